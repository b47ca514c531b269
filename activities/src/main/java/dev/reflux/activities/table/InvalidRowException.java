package dev.reflux.activities.table;

/** A piece of a file is no row; says the rule, what was found and what to do. */
final class InvalidRowException extends Exception {

    private static final int LONGEST_VALUE = 60;

    private final String remedy;

    InvalidRowException(String why, String remedy) {
        super(why, null, false, false);
        this.remedy = remedy;
    }

    static InvalidRowException of(String rule, String value, String remedy) {
        String plain = value.replaceAll("\\p{Cntrl}+", " ");
        String shortened = plain.length() <= LONGEST_VALUE ? plain : plain.substring(0, LONGEST_VALUE) + "…";
        return new InvalidRowException(rule + ", got " + shortened, remedy);
    }

    String remedy() {
        return remedy;
    }
}
