package dev.reflux.activities.table.parquet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.reflux.activities.table.Row;
import dev.reflux.activities.table.RowReader;
import dev.reflux.activities.table.RowWriter;
import dev.reflux.activities.table.TableException;
import dev.reflux.activities.table.Tables;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Files of many row groups, which two threads make. */
class ParquetWriterTest {

    @TempDir
    private Path folder;

    @ParameterizedTest
    @CsvSource({"100, 2000", "100000, 20000", "1000000, 60000"})
    void rowsOfAllGroupsComeBackInTheirOrder(int size, int rows) {
        Path file = folder.resolve("a.parquet");

        write(file, size, writer -> numbers(rows).forEach(writer::write));

        assertThat(read(file)).isEqualTo(numbers(rows).map(ObjectNode::toString).toList());
    }

    @ParameterizedTest
    @CsvSource({"100, 2000", "100000, 20000", "1000000, 60000"})
    void groupsAreCutAtTheSameRowsEachTime(int size, int rows) throws IOException {
        Path first = folder.resolve("first.parquet");
        write(first, size, writer -> numbers(rows).forEach(writer::write));
        List<Long> groups = groups(first);

        assertThat(groups).hasSizeGreaterThan(2);
        assertThat(groups.subList(0, groups.size() - 1)).containsOnly(groups.get(0));
        for (int time = 0; time < 10; time++) {
            Path next = folder.resolve("next.parquet");
            write(next, size, writer -> numbers(rows).forEach(writer::write));
            assertThat(next).hasSameBinaryContentAs(first);
        }
    }

    @Test
    void aTypeThatShowsInTheLastGroupHoldsForAll() {
        Path file = folder.resolve("a.parquet");

        write(file, 1_000, writer -> {
            numbers(1_000).forEach(writer::write);
            writer.write(row().put("number", 0.5).put("last", true));
        });

        List<String> read = read(file);
        assertThat(read).hasSize(1_001).startsWith("{\"number\":0.0,\"text\":\"row 0\"}");
        assertThat(read.get(1_000)).isEqualTo("{\"number\":0.5,\"last\":true}");
    }

    @Test
    void nothingStaysOfManyGroupsWhereARowIsRefused() {
        Path file = folder.resolve("a.parquet");

        assertThatThrownBy(() -> write(file, 1_000, writer -> {
                    numbers(1_000).forEach(writer::write);
                    assertThat(folder).isNotEmptyDirectory();
                    writer.write(row().put("number", "one"));
                }))
                .isInstanceOf(TableException.class)
                .hasMessageContaining("row 1001 field 'number' must be of one type");
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void nothingButTheFileStaysOfManyGroups() {
        write(folder.resolve("a.parquet"), 1_000, writer -> numbers(1_000).forEach(writer::write));

        assertThat(folder).isDirectoryContaining("glob:**/a.parquet");
        assertThat(folder.toFile().list()).hasSize(1);
    }

    @Test
    void rowsMayBeLongerThanAGroup() {
        Path file = folder.resolve("a.parquet");
        List<ObjectNode> rows = Stream.of(19 << 20, 1, 18 << 20, 2)
                .map(length -> row().put("text", "x".repeat(length)))
                .toList();

        write(file, StagedRows.BYTES, writer -> rows.forEach(writer::write));

        assertThat(read(file)).isEqualTo(rows.stream().map(ObjectNode::toString).toList());
    }

    @Test
    void aFolderThatLooksLikeAColumnIsNone() throws IOException {
        Path file = Files.createDirectory(folder.resolve("round=1")).resolve("a.parquet");

        write(file, StagedRows.BYTES, writer -> writer.write(row().put("text", "one")));

        assertThat(read(file)).containsExactly("{\"text\":\"one\"}");
    }

    private static Stream<ObjectNode> numbers(int rows) {
        return Stream.iterate(0, number -> number < rows, number -> number + 1)
                .map(number -> row().put("number", number).put("text", "row " + number));
    }

    private static ObjectNode row() {
        return JsonNodeFactory.instance.objectNode();
    }

    private static void write(Path file, int size, Consumer<RowWriter> rows) {
        try (RowWriter writer = new ParquetWriter(file, null, size)) {
            rows.accept(writer);
            writer.commit();
        }
    }

    private static List<String> read(Path file) {
        List<String> read = new ArrayList<>();
        try (RowReader reader = Tables.open(file, bad -> read.add(bad.toString()))) {
            for (Row row = reader.next(); row != null; row = reader.next()) {
                read.add(row.fields().toString());
            }
        }
        return read;
    }

    /** How many rows each row group has. */
    private static List<Long> groups(Path file) {
        String sql = "SELECT any_value(row_group_num_rows) FROM parquet_metadata(" + DuckDb.literal(file)
                + ") GROUP BY row_group_id ORDER BY row_group_id";
        List<Long> groups = new ArrayList<>();
        try (Connection database = DuckDb.open(file);
                Statement statement = database.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            while (rows.next()) {
                groups.add(rows.getLong(1));
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        return groups;
    }
}
