package dev.reflux.worker.inspection;

import dev.reflux.worker.dataset.FileDataset;

/** A file of samples. */
record FileSource(FileDataset file) implements Source {

    static final String STEP = "file";

    @Override
    public String name() {
        return file.name();
    }

    @Override
    public void read(Taker taker) {
        file.lines((line, sample) -> taker.take(new Place(0, STEP, file.file() + " line " + line), sample));
    }
}
