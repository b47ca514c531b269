package dev.reflux.activities.table.parquet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.reflux.activities.table.Row;
import dev.reflux.activities.table.RowReader;
import dev.reflux.activities.table.RowWriter;
import dev.reflux.activities.table.TableException;
import dev.reflux.activities.table.Tables;
import java.io.File;
import java.lang.reflect.InvocationTargetException;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ParquetTablesTest {

    @TempDir
    private Path folder;

    @Test
    void rowsNeedNotAllHaveTheSameFields() {
        assertThat(through(
                        "{\"a\":1,\"m\":[{\"role\":\"user\"}]}",
                        "{\"b\":\"x\",\"m\":[{\"role\":\"user\",\"name\":\"n\"}]}",
                        "{}"))
                .containsExactly(
                        "{\"a\":1,\"m\":[{\"role\":\"user\"}]}",
                        "{\"m\":[{\"role\":\"user\",\"name\":\"n\"}],\"b\":\"x\"}",
                        "{}");
    }

    @Test
    void nullIsAbsentButKeepsItsPlaceInAList() {
        assertThat(through("{\"a\":null,\"l\":[\"x\",null],\"e\":[]}"))
                .containsExactly("{\"l\":[\"x\",null],\"e\":[]}");
    }

    @Test
    void numbersAreTheSameNumbers() {
        assertThat(through("{\"a\":1,\"b\":9223372036854775807}", "{\"a\":0.1,\"b\":-1}"))
                .containsExactly("{\"a\":1.0,\"b\":9223372036854775807}", "{\"a\":0.1,\"b\":-1}");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{\"a\":1}                  | {\"a\":\"x\"}   | row 2 field 'a' must be of one type in all rows, got text after a whole number",
                "{\"m\":{\"x\":[1]}}          | {\"m\":{\"x\":[[]]}} | row 2 field 'm.x[]' must be of one type",
                "{\"a\":1}                  | {\"A\":1}     | row 2 field 'A' must have a name of its own",
                "{\"a\":1}                  | {\"b\":{}}    | row 2 field 'b' must be an object with at least one field",
                "{\"a\":9007199254740993}   | {\"a\":0.5}   | row 2 field 'a' must hold either fractions or whole numbers",
                "{\"a\":1}                  | {\"b\":12345678901234567890} | row 2 field 'b' must have no more digits",
                "{\"a\":1}                  | {\"b\":\"\\ud83d\"} | row 2 field 'b' must be what UTF-8 can hold"
            })
    void whatParquetCannotHoldIsRefused(String first, String second, String why) {
        Path file = folder.resolve("a.parquet");

        assertThatThrownBy(() -> through(first, second))
                .isInstanceOf(TableException.class)
                .hasMessageStartingWith("File " + file + " " + why)
                .hasMessageEndingWith("; write .jsonl instead, or make the rows alike");
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void aNameThatLooksLikeAPatternStandsForItself() {
        Path file = folder.resolve("it's [1]*.parquet");

        assertThat(through(file, "{\"a\":1}")).containsExactly("{\"a\":1}");
    }

    @Test
    void withoutItsLibraryOnlyParquetIsRefused() throws Exception {
        Path file = folder.resolve("a.parquet");
        through(file, "{\"a\":1}");
        try (URLClassLoader without =
                new URLClassLoader(classPathWithout("duckdb"), ClassLoader.getPlatformClassLoader())) {
            Class<?> tables = without.loadClass(Tables.class.getName());

            assertThatThrownBy(() -> tables.getMethod("open", Path.class, java.util.function.Consumer.class)
                            .invoke(null, file, null))
                    .isInstanceOf(InvocationTargetException.class)
                    .cause()
                    .hasMessage("File " + file + " needs the library duckdb_jdbc on the class path, got a deployment"
                            + " without it; add it, or use .jsonl.zst");
        }
    }

    private static URL[] classPathWithout(String library) throws MalformedURLException {
        List<URL> urls = new ArrayList<>();
        for (String entry : System.getProperty("java.class.path").split(File.pathSeparator)) {
            if (!entry.contains(library)) {
                urls.add(Path.of(entry).toUri().toURL());
            }
        }
        return urls.toArray(new URL[0]);
    }

    private List<String> through(String... rows) {
        return through(folder.resolve("a.parquet"), rows);
    }

    private static List<String> through(Path file, String... rows) {
        try (RowWriter writer = Tables.create(file)) {
            Stream.of(rows).map(ParquetTablesTest::row).forEach(writer::write);
            writer.commit();
        }
        List<String> read = new ArrayList<>();
        try (RowReader reader = Tables.open(file, bad -> read.add(bad.toString()))) {
            for (Row row = reader.next(); row != null; row = reader.next()) {
                read.add(row.fields().toString());
            }
        }
        return read;
    }

    private static ObjectNode row(String json) {
        try {
            return (ObjectNode) new JsonMapper().readTree(json);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(json, e);
        }
    }
}
