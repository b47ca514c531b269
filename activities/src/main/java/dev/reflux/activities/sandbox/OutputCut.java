package dev.reflux.activities.sandbox;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;

/** Reads one output of a program to its end, and keeps its beginning and its end: a flood of it takes no more memory. */
final class OutputCut implements Runnable {

    private static final int BUFFER = 16 * 1024;

    private final InputStream source;
    private final int half;
    private final ByteArrayOutputStream head = new ByteArrayOutputStream();
    private final byte[] tail;
    private long total;
    private IOException failure;

    OutputCut(InputStream source, int bytes) {
        this.source = source;
        this.half = Math.max(1, bytes / 2);
        this.tail = new byte[half];
    }

    /** Starts reading in a thread of its own. */
    Thread start() {
        Thread reader = new Thread(this, "sandbox-output");
        reader.setDaemon(true);
        reader.start();
        return reader;
    }

    @Override
    public void run() {
        byte[] buffer = new byte[BUFFER];
        try (source) {
            for (int read = source.read(buffer); read >= 0; read = source.read(buffer)) {
                keep(buffer, read);
            }
        } catch (IOException broken) {
            failed(broken);
        }
    }

    private synchronized void keep(byte[] buffer, int count) {
        int first = Math.min(count, half - head.size());
        head.write(buffer, 0, first);
        for (int at = first; at < count; at++) {
            tail[(int) ((total + at - half) % half)] = buffer[at];
        }
        total += count;
    }

    private synchronized void failed(IOException broken) {
        failure = broken;
    }

    /** What was kept, with a word on what was not. */
    synchronized String text() throws IOException {
        if (failure != null) {
            throw failure;
        }
        long inTail = total - head.size();
        byte[] end = new byte[(int) Math.min(inTail, half)];
        for (int at = 0; at < end.length; at++) {
            end[at] = tail[(int) ((inTail - end.length + at) % half)];
        }
        long cut = inTail - end.length;
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        all.writeBytes(head.toByteArray());
        if (cut > 0) {
            all.writeBytes(("\n... " + cut + " bytes cut ...\n").getBytes(StandardCharsets.UTF_8));
        }
        all.writeBytes(end);
        return all.toString(StandardCharsets.UTF_8);
    }
}
