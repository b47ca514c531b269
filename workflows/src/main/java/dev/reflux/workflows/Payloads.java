package dev.reflux.workflows;

import dev.reflux.config.PlanJson;
import io.temporal.api.common.v1.Payload;
import io.temporal.common.converter.DataConverter;
import io.temporal.common.converter.DataConverterException;
import io.temporal.common.converter.DefaultDataConverter;
import io.temporal.common.converter.JacksonJsonPayloadConverter;
import java.util.Optional;

/**
 * How messages travel: as JSON in the form of {@link PlanJson}, so that they read well in the Temporal UI. A message that
 * holds more than references and counts is refused here, long before a server would.
 */
public final class Payloads {

    /** Temporal warns at 256 KB and refuses at 2 MB; the test server refuses nothing. */
    public static final int LARGEST_BYTES = 128 * 1024;

    private Payloads() {}

    /** The converter that workers, clients and tests must share. */
    public static DataConverter converter() {
        return DefaultDataConverter.newDefaultInstance().withPayloadConverterOverrides(new GuardedJson());
    }

    private static final class GuardedJson extends JacksonJsonPayloadConverter {

        GuardedJson() {
            super(PlanJson.mapper());
        }

        @Override
        public Optional<Payload> toData(Object value) {
            Optional<Payload> payload = super.toData(value);
            int bytes = payload.map(Payload::getSerializedSize).orElse(0);
            if (bytes > LARGEST_BYTES) {
                throw new DataConverterException(value.getClass().getSimpleName() + " must be at most " + LARGEST_BYTES
                        + " bytes as a Temporal payload, got " + bytes
                        + "; keep lists such as labels short in the campaign file");
            }
            return payload;
        }
    }
}
