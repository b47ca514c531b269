package dev.reflux.activities.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What holds where there is no bubblewrap. */
class SandboxSearchTest {

    @TempDir
    private Path folder;

    @Test
    void withoutBubblewrapTheOperatorLearnsWhatToInstall() {
        assertThatThrownBy(() -> Sandbox.find(List.of(folder.toString(), "")))
                .isInstanceOf(SandboxUnavailableException.class)
                .hasMessageContainingAll("found no bwrap on the PATH", "install the package bubblewrap");
    }

    @Test
    void aBubblewrapThatDoesNotWorkIsNone() throws IOException {
        assumeTrue(Files.exists(Path.of("/usr/bin/setpriv")), "no setpriv in /usr/bin");
        Path broken = Files.writeString(
                folder.resolve("bwrap"), "#!/bin/sh\necho 'bwrap: no permissions to create namespaces' >&2\nexit 1\n");
        Files.setPosixFilePermissions(broken, PosixFilePermissions.fromString("rwxr-xr-x"));
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));

        assertThatThrownBy(() -> Sandbox.find(List.of(folder.toString())))
                .isInstanceOf(SandboxUnavailableException.class)
                .hasMessageContaining("user namespaces");
    }

    @Test
    void aFileNeverLeavesItsFolder() {
        Limits limits = Limits.of(Duration.ofSeconds(1), 64);

        assertThatIllegalArgumentException()
                .isThrownBy(() -> Program.of(Map.of("../x", ""), List.of("/bin/true"), List.of(), limits))
                .withMessageContaining("plain name");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Program.of(Map.of(), List.of("true"), List.of(), limits))
                .withMessageContaining("absolute path");
    }

    @Test
    void outputWithinItsLimitIsKeptWhole() throws IOException {
        assertThat(cut("0123456789", 10)).isEqualTo("0123456789");
        assertThat(cut("012345678", 10)).isEqualTo("012345678");
        assertThat(cut("0123", 10)).isEqualTo("0123");
        assertThat(cut("", 10)).isEmpty();
        assertThat(cut("0123456789ABCDEF", 10)).isEqualTo("01234\n... 6 bytes cut ...\nBCDEF");
    }

    private static String cut(String text, int bytes) throws IOException {
        OutputCut cut = new OutputCut(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)), bytes);
        cut.run();
        return cut.text();
    }
}
