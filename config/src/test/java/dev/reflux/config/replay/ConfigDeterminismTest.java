package dev.reflux.config.replay;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

class ConfigDeterminismTest {

    private static final String PLAN = "dev.reflux.config.";
    private static final String GRAMMAR = "dev.reflux.config.grammar.";

    private final JavaClasses config = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("dev.reflux.config");

    private final DescribedPredicate<JavaClass> inGrammar =
            DescribedPredicate.describe("in the grammar", type -> type.getName().startsWith(GRAMMAR));

    @Test
    void planUsesOnlyWhatGivesTheSameInEachReplay() {
        ReplayRules.allowing(PLAN).check(config.that(DescribedPredicate.not(inGrammar)));
    }

    @Test
    void grammarAddsReflectionAndYamlButNeitherFilesNorClocks() {
        ReplayRules.allowing(PLAN, "java.lang.reflect.", "java.lang.ReflectiveOperationException", "org.snakeyaml.")
                .check(config.that(inGrammar));
    }

    @Test
    void planDoesNotKnowTheGrammarThatReadsIt() {
        noClasses()
                .that(DescribedPredicate.not(inGrammar))
                .should()
                .dependOnClassesThat(inGrammar)
                .check(config);
    }
}
