package dev.reflux.workflows;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import dev.reflux.config.replay.ReplayRules;
import org.junit.jupiter.api.Test;

class DeterminismTest {

    @Test
    void workflowsUseOnlyConfigTheTemporalApiAndWhatGivesTheSameInEachReplay() {
        JavaClasses workflows = new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                .importPackages("dev.reflux.workflows");
        ReplayRules.allowing("dev.reflux.workflows.", "dev.reflux.config.", "io.temporal.", "org.slf4j.")
                .check(workflows);
    }
}
