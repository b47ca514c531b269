package dev.reflux.worker.house;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaPackage;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The rules of the house that no compiler checks. */
class ArchitectureTest {

    private static final JavaClasses HOUSE = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .withImportOption(location -> !location.contains("tests.jar"))
            .importPackages("dev.reflux");

    @Test
    void eachModuleUsesOnlyWhatIsToItsLeft() {
        layeredArchitecture()
                .consideringOnlyDependenciesInLayers()
                .layer("config")
                .definedBy("dev.reflux.config..")
                .layer("workflows")
                .definedBy("dev.reflux.workflows..")
                .layer("activities")
                .definedBy("dev.reflux.activities..")
                .layer("worker")
                .definedBy("dev.reflux.worker..")
                .whereLayer("worker")
                .mayNotBeAccessedByAnyLayer()
                .whereLayer("activities")
                .mayOnlyBeAccessedByLayers("worker")
                .whereLayer("workflows")
                .mayOnlyBeAccessedByLayers("activities", "worker")
                .check(HOUSE);
    }

    @Test
    void stagesNeverImportEachOther() {
        slices().matching("dev.reflux.activities.stage.(*)..")
                .should()
                .notDependOnEachOther()
                .check(HOUSE);
    }

    @Test
    void stagesReachTeachersThroughTheDeskOnly() {
        noClasses()
                .that()
                .resideInAPackage("dev.reflux.activities.stage..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "dev.reflux.activities.teacher.chat..",
                        "dev.reflux.activities.teacher.http..",
                        "dev.reflux.activities.teacher.limit..",
                        "dev.reflux.activities.teacher.desk..",
                        "dev.langchain4j..")
                .check(HOUSE);
    }

    @Test
    void onlyTheTeacherRoomsKnowLangChain4j() {
        classes()
                .that(new DependsOnLangChain4j())
                .should()
                .resideInAPackage("dev.reflux.activities.teacher..")
                .check(HOUSE);
    }

    @Test
    void everyPackageSaysWhatItIsFor() {
        List<String> silent = HOUSE.stream()
                .map(JavaClass::getPackage)
                .distinct()
                .filter(room -> !hasPackageInfo(room))
                .map(JavaPackage::getName)
                .sorted()
                .toList();

        assertThat(silent).isEmpty();
    }

    private static boolean hasPackageInfo(JavaPackage room) {
        String module = room.getName().split("\\.")[2];
        return Documents.root()
                .resolve(module + "/src/main/java/" + room.getName().replace('.', '/') + "/package-info.java")
                .toFile()
                .isFile();
    }

    private static final class DependsOnLangChain4j extends DescribedPredicate<JavaClass> {

        DependsOnLangChain4j() {
            super("depend on LangChain4j");
        }

        @Override
        public boolean test(JavaClass type) {
            return type.getDirectDependenciesFromSelf().stream()
                    .anyMatch(dependency ->
                            dependency.getTargetClass().getPackageName().startsWith("dev.langchain4j"));
        }
    }
}
