package dev.reflux.activities.teacher.chat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import dev.reflux.activities.teacher.Plans;
import dev.reflux.activities.teacher.Script;
import dev.reflux.activities.teacher.ScriptedTeacher;
import dev.reflux.activities.teacher.TeacherMisconfiguredException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.util.List;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TeacherOverTlsTest {

    private static final char[] PASSWORD = "changeit".toCharArray();

    @TempDir
    private Path folder;

    @Test
    void aCertificateThatNobodyVouchesForIsTheUsersMove() throws Exception {
        HttpsServer server = HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setHttpsConfigurator(new HttpsConfigurator(selfSigned()));
        server.start();
        try {
            assertThatThrownBy(
                            () -> ask("https://127.0.0.1:" + server.getAddress().getPort() + "/v1"))
                    .isInstanceOf(TeacherMisconfiguredException.class)
                    .hasMessageContaining("does not speak TLS that this JVM trusts");
        } finally {
            server.stop(0);
        }
    }

    @Test
    void aServerWithoutTlsIsTheUsersMove() {
        try (ScriptedTeacher plain = ScriptedTeacher.start(Script.answering("yes"))) {
            assertThatThrownBy(() -> ask("https://127.0.0.1:" + plain.port() + "/v1"))
                    .isInstanceOf(TeacherMisconfiguredException.class);
        }
    }

    @Test
    void aNameInTheUrlIsNoPartOfTheAddress() {
        try (ScriptedTeacher plain = ScriptedTeacher.start(Script.answering("yes"))) {
            assertThat(ask("http://somebody:secret@127.0.0.1:" + plain.port() + "/v1"))
                    .isEqualTo("yes");
        }
    }

    private static String ask(String baseUrl) {
        return ChatTeachers.open(Plans.openAi(baseUrl, 1), Plans.ENVIRONMENT)
                .ask(Plans.call("hi"))
                .text();
    }

    private SSLContext selfSigned() throws Exception {
        Path store = folder.resolve("server.p12");
        List<String> command = List.of(
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
                "-genkeypair",
                "-alias",
                "server",
                "-keyalg",
                "EC",
                "-dname",
                "CN=127.0.0.1",
                "-storetype",
                "PKCS12",
                "-keystore",
                store.toString(),
                "-storepass",
                new String(PASSWORD));
        assertThat(new ProcessBuilder(command).inheritIO().start().waitFor()).isZero();
        KeyStore keys = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(store)) {
            keys.load(in, PASSWORD);
        }
        KeyManagerFactory managers = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        managers.init(keys, PASSWORD);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(managers.getKeyManagers(), null, null);
        return context;
    }
}
