package dev.reflux.activities.teacher.desk;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.reflux.activities.ledger.LedgerEntry;
import dev.reflux.activities.ledger.LedgerUnavailableException;
import dev.reflux.activities.teacher.TeacherDesk.Answer;
import dev.reflux.activities.teacher.TeacherReply;
import dev.reflux.activities.teacher.TeacherReply.Finish;
import java.util.List;

/** A reply as the ledger keeps it. A refusal is one too, so that it is not paid for again. */
final class RecordedReply {

    private static final ObjectMapper JSON = JsonMapper.builder()
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    private static final String REFUSED = "refused";

    private RecordedReply() {}

    static String write(TeacherReply reply) {
        try {
            return JSON.writeValueAsString(reply);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("A reply of texts and numbers can be written as JSON", impossible);
        }
    }

    static TeacherReply read(LedgerEntry entry) {
        try {
            return JSON.readValue(entry.reply(), TeacherReply.class);
        } catch (JsonProcessingException unreadable) {
            throw new LedgerUnavailableException(
                    "Ledger row " + entry.key()
                            + " must hold a reply as JSON, got something else; delete the row to ask again",
                    unreadable);
        }
    }

    /** What is recorded of a refusal that came without tokens or words. */
    static TeacherReply ofRefusal() {
        return new TeacherReply("", Finish.CONTENT_FILTER, 0, 0, 0, List.of());
    }

    static Answer answer(TeacherReply reply, boolean paid) {
        return reply.finish() == Finish.CONTENT_FILTER
                ? new Answer(null, REFUSED, paid)
                : new Answer(reply, null, paid);
    }
}
