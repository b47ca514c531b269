package dev.reflux.config.replay;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.CompositeArchRule;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * Replayed code may use the listed types and no others, and of these not the calls whose result depends on the moment,
 * the machine or the order of a hash table.
 */
public final class ReplayRules {

    private static final List<String> REPLAYABLE = read("replayable-types.txt");

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
                    || REPLAYABLE.stream()
                            .anyMatch(line -> line.endsWith(".") ? name.startsWith(line) : name.equals(line))
                    || further.stream().anyMatch(name::startsWith);
        });
    }

    private static List<String> read(String resource) {
        try (InputStream stream = ReplayRules.class.getResourceAsStream(resource)) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static DescribedPredicate<JavaAccess<?>> unrepeatable() {
        return DescribedPredicate.describe(
                "the result may differ between replays",
                access -> RepeatabilityHazard.find(access).isPresent());
    }
}
