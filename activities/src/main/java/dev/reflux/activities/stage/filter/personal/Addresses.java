package dev.reflux.activities.stage.filter.personal;

import java.util.Locale;
import java.util.regex.Pattern;

/** Addresses of the Internet that somebody may have. */
final class Addresses {

    /** Global unicast addresses of version 6 begin with 2 or 3 (RFC 4291). */
    static final Pattern PATTERN = Pattern.compile(
            "(?<![\\p{L}\\p{N}.])(?<!(?i:version|release|section|chapter) )\\d{1,3}(?:\\.\\d{1,3}){3}(?![\\p{L}\\p{N}]|\\.\\d)"
                    + "|(?<![\\p{L}\\p{N}:.])[23][0-9a-fA-F]{3}:(?:[0-9a-fA-F]{0,4}:){2,6}[0-9a-fA-F]{0,4}(?![\\p{L}\\p{N}:])");

    private Addresses() {}

    static boolean isPublic(String found) {
        return found.indexOf(':') >= 0 ? isPublicVersion6(found) : isPublicVersion4(found);
    }

    /** Neither reserved nor private nor local (RFC 1918, 5735, 6890). */
    private static boolean isPublicVersion4(String found) {
        String[] parts = found.split("\\.");
        int[] octets = new int[parts.length];
        for (int at = 0; at < octets.length; at++) {
            octets[at] = Integer.parseInt(parts[at]);
            if (octets[at] > 255) {
                return false;
            }
        }
        int first = octets[0];
        int second = octets[1];
        boolean isPrivate = first == 10 || first == 172 && second >> 4 == 1 || first == 192 && second == 168;
        boolean isLocal = first == 0 || first == 127 || first == 169 && second == 254 || first >= 224;
        boolean isExample = first == 192 && second == 0 && octets[2] == 2
                || first == 198 && second == 51 && octets[2] == 100
                || first == 203 && second == 0 && octets[2] == 113;
        return !isPrivate && !isLocal && !isExample;
    }

    private static boolean isPublicVersion6(String found) {
        int groups = found.split(":", -1).length;
        int gap = found.indexOf("::");
        boolean isWhole = gap < 0 && groups == 8 && !found.endsWith(":");
        boolean isShortened = gap >= 0 && found.indexOf("::", gap + 1) < 0;
        return (isWhole || isShortened) && !found.toLowerCase(Locale.ROOT).startsWith("2001:db8:");
    }
}
