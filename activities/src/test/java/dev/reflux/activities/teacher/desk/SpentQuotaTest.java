package dev.reflux.activities.teacher.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.sun.net.httpserver.HttpServer;
import dev.reflux.activities.ledger.LedgerEntry.Payer;
import dev.reflux.activities.teacher.InMemoryLedger;
import dev.reflux.activities.teacher.Plans;
import dev.reflux.activities.teacher.TeacherBusyException;
import dev.reflux.activities.teacher.TeacherCall;
import dev.reflux.activities.teacher.TeacherDesk;
import dev.reflux.activities.teacher.chat.ChatTeachers;
import dev.reflux.config.TeacherPlan;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SpentQuotaTest {

    private static final String ANSWER = """
            {"choices": [{"message": {"role": "assistant", "content": "yes"}, "finish_reason": "stop"}],
             "usage": {"prompt_tokens": 3, "completion_tokens": 1, "total_tokens": 4}}
            """;

    private final AtomicInteger asked = new AtomicInteger();
    private HttpServer server;

    @BeforeEach
    void serveOneRequestAnHour() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            asked.incrementAndGet();
            exchange.getRequestBody().readAllBytes();
            exchange.getResponseHeaders().set("x-ratelimit-limit-requests", "1");
            exchange.getResponseHeaders().set("x-ratelimit-remaining-requests", "0");
            exchange.getResponseHeaders().set("x-ratelimit-reset-requests", "1h0m0s");
            byte[] body = ANSWER.getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    @Test
    void theLastAnswerOfAQuotaIsKeptAndNobodyAsksBeforeMoreIsBack() {
        try (InMemoryLedger ledger = new InMemoryLedger();
                TeacherDesks desks = new TeacherDesks(ledger)) {
            TeacherPlan plan =
                    Plans.openAi("http://127.0.0.1:" + server.getAddress().getPort() + "/v1", 4);
            TeacherDesk desk =
                    desks.open(plan, ChatTeachers.open(plan, Plans.ENVIRONMENT), new Payer("c", 1, "label"), null);

            assertThat(desk.askAll(List.of(question("first")), done -> {})
                            .get(0)
                            .reply()
                            .text())
                    .isEqualTo("yes");
            TeacherBusyException busy = catchThrowableOfType(
                    TeacherBusyException.class, () -> desk.askAll(List.of(question("second")), done -> {}));

            assertThat(busy.retryAfter()).isBetween(Duration.ofMinutes(59), Duration.ofHours(1));
            assertThat(asked).hasValue(1);
            assertThat(ledger.commits()).isEqualTo(1);
        }
    }

    private static TeacherCall question(String text) {
        return TeacherCall.of(null, text, 10);
    }
}
