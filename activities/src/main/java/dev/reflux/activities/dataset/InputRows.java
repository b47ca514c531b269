package dev.reflux.activities.dataset;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.BufferedReader;
import java.io.IOException;

/** A file format: takes text apart into rows of named fields. */
interface InputRows {

    /** Takes a row. */
    interface RowConsumer {
        void accept(int line, JsonNode fields);
    }

    void forEach(BufferedReader text, RowConsumer consumer) throws IOException;
}
