package dev.reflux.activities.template.python;

import java.util.List;

/** What {@code map}, {@code select} and the like give: it can be walked through once, and is empty from then on. */
public final class Generator implements Value {

    private List<Value> left;

    public Generator(List<Value> items) {
        this.left = items;
    }

    List<Value> take() {
        List<Value> taken = left;
        left = List.of();
        return taken;
    }

    @Override
    public boolean truth() {
        return true;
    }

    @Override
    public String text() {
        throw new TemplateFailure("a generator must not be printed; write | list behind it");
    }

    @Override
    public String type() {
        return "generator";
    }
}
