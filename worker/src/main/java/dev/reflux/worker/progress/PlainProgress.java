package dev.reflux.worker.progress;

import dev.reflux.workflows.round.RoundProgress;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;

/** Progress for a pipe or a log: a line whenever the work turns to something else, and every few seconds in between. */
public final class PlainProgress implements ProgressView {
    private static final long BETWEEN_LINES_MILLIS = 5_000;
    private static final long SILENCE_AT_MOST_MILLIS = 60_000;

    private final PrintWriter out;
    private final Pace pace = new Pace();
    private String lastHeading = "";
    private String lastBody = "";
    private long lastMillis;

    public PlainProgress(PrintWriter out) {
        this.out = out;
    }

    @Override
    public void show(ProgressFrame frame) {
        pace.see(frame);
        String heading = heading(frame);
        String body = body(frame);
        long silence = frame.elapsedMillis() - lastMillis;
        boolean due = silence >= (body.equals(lastBody) ? SILENCE_AT_MOST_MILLIS : BETWEEN_LINES_MILLIS);
        if (due || !heading.equals(lastHeading)) {
            out.println(Figures.clock(frame.elapsedMillis()) + "  " + heading + body);
            out.flush();
            lastHeading = heading;
            lastBody = body;
            lastMillis = frame.elapsedMillis();
        }
    }

    private static String heading(ProgressFrame frame) {
        String round = frame.campaign().round() == 0
                ? ""
                : "round " + frame.campaign().round() + "/" + frame.maxRounds() + "  ";
        return round + frame.activity();
    }

    private String body(ProgressFrame frame) {
        RoundProgress round = frame.round();
        if (round == null) {
            return "";
        }
        List<String> parts = new ArrayList<>();
        parts.add(Figures.count(round.shardsDone()) + "/" + Figures.count(round.shards()) + " shards");
        frame.stages()
                .forEach(stage -> parts.add(
                        stage.stage() + " " + Figures.count(stage.tally().input()) + " → "
                                + Figures.count(stage.tally().accepted())));
        parts.add(Figures.rate(pace.callsPerSecond()) + " calls/s");
        parts.add(Figures.usd(frame.spentUsd()));
        pace.left(frame).ifPresent(left -> parts.add("about " + Figures.about(left) + " left"));
        return "  " + String.join("  ", parts);
    }

    @Override
    public void say(String line) {
        out.println(line);
        out.flush();
    }

    @Override
    public void finish() {
        out.flush();
    }
}
