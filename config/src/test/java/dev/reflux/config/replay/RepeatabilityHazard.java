package dev.reflux.config.replay;

import com.tngtech.archunit.core.domain.AccessTarget.CodeUnitAccessTarget;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Why a call of an allowed type may give another result the next time. */
enum RepeatabilityHazard {
    READS_A_CLOCK {
        @Override
        boolean isIn(String owner, String method, List<JavaClass> parameters) {
            return owner.startsWith("java.time.") && method.equals("now");
        }
    },
    IS_RANDOM {
        @Override
        boolean isIn(String owner, String method, List<JavaClass> parameters) {
            return method.equals("random") || method.equals("shuffle");
        }
    },
    RUNS_IN_PARALLEL {
        @Override
        boolean isIn(String owner, String method, List<JavaClass> parameters) {
            return Set.of("parallel", "parallelStream", "parallelSort", "parallelSetAll", "parallelPrefix", "findAny")
                    .contains(method);
        }
    },
    /** One entry has one order; more are ordered by a salt that each JVM draws anew. */
    HAS_AN_ORDER_OF_ITS_OWN {
        @Override
        boolean isIn(String owner, String method, List<JavaClass> parameters) {
            return switch (owner) {
                case "java.util.Map" -> isCopy(method) || method.equals("of") && parameters.size() > 2;
                case "java.util.Set" -> isCopy(method) || method.equals("of") && hasSeveral(parameters);
                default -> false;
            };
        }
    },
    COLLECTS_INTO_A_HASH_TABLE {
        @Override
        boolean isIn(String owner, String method, List<JavaClass> parameters) {
            return owner.equals("java.util.stream.Collectors")
                    && (method.endsWith("Set")
                            || method.contains("Concurrent")
                            || method.endsWith("Map") && parameters.size() < 4
                            || method.equals("groupingBy") && parameters.size() < 3);
        }
    },
    /** An object's own hash is its address. */
    HASHES_AN_ADDRESS {
        @Override
        boolean isIn(String owner, String method, List<JavaClass> parameters) {
            return owner.equals("java.lang.Object") && (method.equals("hashCode") || method.equals("toString"));
        }
    },
    DEPENDS_ON_THE_MACHINE {
        @Override
        boolean isIn(String owner, String method, List<JavaClass> parameters) {
            boolean lacksLocale = parameters.isEmpty() || !parameters.get(0).isEquivalentTo(java.util.Locale.class);
            return switch (owner) {
                case "java.lang.String" ->
                    Set.of("format", "toLowerCase", "toUpperCase").contains(method) && lacksLocale
                            || method.equals("formatted")
                            || method.equals("getBytes") && parameters.isEmpty();
                case "java.util.Locale" -> method.startsWith("getDefault");
                case "java.nio.charset.Charset" -> method.equals("defaultCharset");
                default -> false;
            };
        }
    },
    READS_A_FILE {
        @Override
        boolean isIn(String owner, String method, List<JavaClass> parameters) {
            return owner.equals("java.lang.Class") && (method.startsWith("getResource") || method.equals("forName"));
        }
    };

    abstract boolean isIn(String owner, String method, List<JavaClass> parameters);

    /** The hazard of a call or method reference, if there is one. */
    static Optional<RepeatabilityHazard> find(JavaAccess<?> access) {
        if (!(access.getTarget() instanceof CodeUnitAccessTarget target)) {
            return Optional.empty();
        }
        String owner = target.getOwner().getName();
        return Arrays.stream(values())
                .filter(hazard -> hazard.isIn(owner, target.getName(), target.getRawParameterTypes()))
                .findFirst();
    }

    private static boolean isCopy(String method) {
        return method.equals("copyOf") || method.equals("ofEntries");
    }

    private static boolean hasSeveral(List<JavaClass> parameters) {
        return parameters.size() > 1 || parameters.stream().anyMatch(JavaClass::isArray);
    }
}
