package dev.reflux.activities.table;

/** The rows of a file, in its order. */
public interface RowReader extends AutoCloseable {

    /**
     * The next good row; bad ones before it go to the listener of {@link Tables#open}.
     *
     * @return null at the end
     * @throws TableException if what surrounds the rows is damaged, such as a compressed file that was cut off
     */
    Row next();

    @Override
    void close();
}
