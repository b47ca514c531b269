package dev.reflux.worker.house;

import static org.assertj.core.api.Assertions.assertThat;

import dev.reflux.workflows.SearchAttributes;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What the documents name is there. */
class DocumentsTest {

    private static final Pattern CLASS = Pattern.compile("`([A-Z][a-z]+(?:[A-Z][a-z0-9]*)+)(?:[.#][\\w().]*)?`");
    private static final Pattern LINK = Pattern.compile("]\\((?!https?:)([^)#]+)(?:#[^)]*)?\\)");

    static List<Path> documents() {
        return Documents.all();
    }

    @ParameterizedTest
    @MethodSource("documents")
    void citesOnlyClassesAndSearchAttributesThatExist(Path document) throws IOException {
        Set<String> cited = new TreeSet<>();
        Matcher matcher = CLASS.matcher(Documents.text(document));
        while (matcher.find()) {
            cited.add(matcher.group(1));
        }
        cited.removeAll(sources());
        SearchAttributes.all().forEach(attribute -> cited.remove(attribute.getName()));
        cited.removeIf(DocumentsTest::isOfALibrary);
        assertThat(cited).describedAs(document.toString()).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("documents")
    void linksOnlyToFilesThatExist(Path document) {
        Matcher link = LINK.matcher(Documents.text(document));
        while (link.find()) {
            assertThat(document.resolveSibling(link.group(1)).normalize())
                    .describedAs(document.toString())
                    .exists();
        }
    }

    private static Set<String> sources() throws IOException {
        try (Stream<Path> files = Files.walk(Documents.root())) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".java"))
                    .map(name -> name.substring(0, name.length() - ".java".length()))
                    .collect(Collectors.toCollection(TreeSet::new));
        }
    }

    private static boolean isOfALibrary(String name) {
        return Set.of("ChatModel", "HttpClient").contains(name);
    }
}
