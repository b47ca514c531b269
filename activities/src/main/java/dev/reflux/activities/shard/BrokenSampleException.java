package dev.reflux.activities.shard;

/** A row has the fields of a sample, and is none; says the rule, what was found and what to do. */
public final class BrokenSampleException extends Exception {

    private static final long serialVersionUID = 1L;

    private static final int LONGEST_VALUE = 60;

    private final String remedy;

    private BrokenSampleException(String why, String remedy) {
        super(why, null, false, false);
        this.remedy = remedy;
    }

    static BrokenSampleException at(String field, String rule, Object value) {
        String plain = String.valueOf(value).replaceAll("\\p{Cntrl}+", " ");
        String shown = plain.length() <= LONGEST_VALUE ? plain : plain.substring(0, LONGEST_VALUE) + "…";
        return new BrokenSampleException(
                "field '" + field + "' of a sample that Reflux wrote must " + rule + ", got " + shown,
                "restore the row as it was written, or rename its field provenance if Reflux did not write it");
    }

    public String remedy() {
        return remedy;
    }
}
