package dev.reflux.activities.shard;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;

/**
 * A sample as a line of a shard: read only when it is asked for, and written as it stood. It belongs to one thread at a time.
 */
public final class SampleLine {

    private final Path file;
    private byte[] text;
    private int start;
    private int end;
    private Sample sample;

    /** A sample that is not written yet. */
    public static SampleLine of(Sample sample) {
        SampleLine line = new SampleLine(null, null, 0, 0);
        line.sample = sample;
        return line;
    }

    /** What stands in a file's text from a start on, up to but without the line feed. */
    SampleLine(Path file, byte[] text, int start, int end) {
        this.file = file;
        this.text = text;
        this.start = start;
        this.end = end;
    }

    /**
     * What the line says.
     *
     * @throws ShardCorruptException if that is no sample
     */
    public Sample sample() {
        if (sample == null) {
            try {
                sample = ShardBytes.sample(text, start, end - start);
            } catch (IOException e) {
                throw JsonlShardSet.noSamples(file, e);
            }
        }
        return sample;
    }

    /** Bytes of it, the line feed included. */
    int length() {
        if (text == null) {
            text = ShardBytes.line(sample);
            end = text.length;
        }
        return end - start + 1;
    }

    /** Writes as many bytes as it has {@link #length}. */
    void writeTo(ByteBuffer lines) {
        lines.put(text, start, end - start).put((byte) '\n');
    }
}
