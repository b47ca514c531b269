package dev.reflux.config.replay;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.CompositeArchRule;
import java.util.Arrays;
import java.util.List;
import java.util.Set;

/**
 * Replayed code may use the listed types and no others, and of these not the calls whose result depends on the moment,
 * the machine or the order of a hash table.
 */
public final class ReplayRules {

    private static final List<String> PACKAGES = List.of(
            "java.lang.annotation.",
            "java.math.",
            "java.util.function.",
            "java.util.regex.",
            "java.util.stream.",
            "com.fasterxml.jackson.");

    private static final Set<String> TYPES = Set.copyOf(Arrays.asList((
            // Values, and what the compiler adds to records, enums, switches and annotations.
            "java.lang.Object java.lang.String java.lang.StringBuilder java.lang.CharSequence java.lang.Character "
                    + "java.lang.Boolean java.lang.Byte java.lang.Short java.lang.Integer java.lang.Long java.lang.Float "
                    + "java.lang.Double java.lang.Number java.lang.Math java.lang.Enum java.lang.Record java.lang.Void "
                    + "java.lang.Class java.lang.Iterable java.lang.Comparable java.lang.Override java.lang.Deprecated "
                    + "java.lang.FunctionalInterface java.lang.SafeVarargs java.lang.SuppressWarnings "
                    + "java.lang.MatchException java.lang.NoSuchFieldError "
                    + "java.lang.IncompatibleClassChangeError java.lang.runtime.ObjectMethods "
                    // Failures.
                    + "java.lang.Throwable java.lang.Exception java.lang.RuntimeException java.lang.AssertionError "
                    + "java.lang.ArithmeticException java.lang.IllegalArgumentException java.lang.IllegalStateException "
                    + "java.lang.IndexOutOfBoundsException java.lang.NullPointerException "
                    + "java.lang.NumberFormatException java.lang.UnsupportedOperationException "
                    + "java.util.NoSuchElementException "
                    // Collections whose order is that of insertion or of their keys.
                    + "java.util.Collection java.util.List java.util.ArrayList java.util.Set java.util.SortedSet "
                    + "java.util.TreeSet java.util.LinkedHashSet java.util.EnumSet java.util.Map java.util.Map$Entry "
                    + "java.util.SortedMap java.util.NavigableMap java.util.TreeMap java.util.LinkedHashMap "
                    + "java.util.EnumMap java.util.Deque java.util.Queue java.util.ArrayDeque java.util.Iterator "
                    + "java.util.Arrays java.util.Collections java.util.Comparator java.util.Objects "
                    + "java.util.Optional java.util.OptionalInt java.util.OptionalLong java.util.OptionalDouble "
                    + "java.util.StringJoiner java.util.Locale "
                    // Time as a value, text as bytes.
                    + "java.time.Duration java.time.Instant java.time.temporal.ChronoUnit java.nio.Buffer "
                    + "java.nio.ByteBuffer java.nio.CharBuffer java.nio.charset.Charset "
                    + "java.nio.charset.StandardCharsets java.nio.charset.CharsetDecoder "
                    + "java.nio.charset.CoderResult java.nio.charset.CodingErrorAction")
            .split(" ")));

    private ReplayRules() {}

    /** @param further beginnings of the names of types that this code may use as well */
    public static ArchRule allowing(String... further) {
        ArchRule types = classes().should().onlyDependOnClassesThat(listed(List.of(further)));
        ArchRule calls = noClasses().should().accessTargetWhere(unrepeatable());
        return CompositeArchRule.of(types).and(calls);
    }

    private static DescribedPredicate<JavaClass> listed(List<String> further) {
        return DescribedPredicate.describe("are listed as safe in a replay", type -> {
            JavaClass base = type.getBaseComponentType();
            String name = base.getName();
            return base.isPrimitive()
                    || TYPES.contains(name)
                    || PACKAGES.stream().anyMatch(name::startsWith)
                    || further.stream().anyMatch(name::startsWith);
        });
    }

    private static DescribedPredicate<JavaAccess<?>> unrepeatable() {
        return DescribedPredicate.describe(
                "the result may differ between replays", access -> RepeatabilityHazard.find(access).isPresent());
    }
}
