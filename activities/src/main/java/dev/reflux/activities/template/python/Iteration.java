package dev.reflux.activities.template.python;

import java.util.ArrayList;
import java.util.List;

/** Walking through values, their length and their slices. */
public final class Iteration {

    private Iteration() {}

    /** Whether {@code iter(value)} works. */
    public static boolean isIterable(Value value) {
        return value instanceof Text
                || value instanceof Markup
                || value instanceof Listing
                || value instanceof Mapping
                || value instanceof Generator
                || value instanceof Undefined;
    }

    /** What it gives one by one: characters of a text, keys of a dictionary, nothing of what is undefined. */
    public static List<Value> of(Value value) {
        if (value instanceof Listing list) {
            return list.items();
        }
        if (value instanceof Mapping mapping) {
            return mapping.keys();
        }
        if (value instanceof Generator generator) {
            return generator.take();
        }
        if (value instanceof Text text) {
            return letters(text);
        }
        if (value instanceof Undefined) {
            return List.of();
        }
        throw new TemplateFailure("only what holds several values can be walked through, got '" + value.type() + "'");
    }

    private static List<Value> letters(Text text) {
        List<Value> letters = new ArrayList<>(text.value().length());
        text.value().codePoints().forEach(point -> letters.add(new Text(Character.toString(point))));
        return letters;
    }

    /** What {@code len(value)} is. */
    public static long length(Value value) {
        if (value instanceof Text text) {
            return text.length();
        }
        if (value instanceof Markup markup) {
            return new Text(markup.value()).length();
        }
        if (value instanceof Mapping mapping) {
            return mapping.size();
        }
        if (value instanceof Listing list) {
            return list.items().size();
        }
        if (value instanceof Undefined) {
            return 0;
        }
        throw new TemplateFailure("a '" + value.type() + "' has no length; write | list before it");
    }

    /** What {@code value[start:stop:step]} is, each bound null where it is left out. */
    public static Value slice(Value value, Value start, Value stop, Value step) {
        if (value instanceof Undefined missing) {
            throw missing.failure();
        }
        boolean sliceable = value instanceof Text || value instanceof Listing list && list.isSequence();
        if (!sliceable) {
            throw new TemplateFailure("only texts, lists and tuples can be sliced, got '" + value.type() + "'");
        }
        int length = (int) length(value);
        long stride = bound(step, 1);
        if (stride == 0) {
            throw new TemplateFailure("the step of a slice must not be 0");
        }
        long from = place(start, stride > 0 ? 0 : length - 1L, length, stride);
        long to = place(stop, stride > 0 ? length : -1, length, stride);
        if (value instanceof Text text) {
            return stride == 1 ? text.between((int) from, (int) to) : text(picked(letters(text), from, to, stride));
        }
        Listing list = (Listing) value;
        return new Listing(list.kind(), picked(list.items(), from, to, stride));
    }

    private static Value text(List<Value> letters) {
        StringBuilder text = new StringBuilder(letters.size());
        letters.forEach(letter -> text.append(letter.text()));
        return new Text(text.toString());
    }

    private static List<Value> picked(List<Value> items, long from, long to, long stride) {
        if (stride == 1) {
            return from >= to ? List.of() : items.subList((int) from, (int) to);
        }
        List<Value> picked = new ArrayList<>();
        for (long at = from; stride > 0 ? at < to : at > to; at = Math.addExact(at, stride)) {
            picked.add(items.get((int) at));
        }
        return picked;
    }

    private static long place(Value bound, long otherwise, int length, long stride) {
        if (bound == null || bound == Nothing.NONE) {
            return otherwise;
        }
        long place = bound(bound, otherwise);
        place = place < 0 ? place + length : place;
        return stride > 0 ? Math.max(0, Math.min(length, place)) : Math.max(-1, Math.min(length - 1L, place));
    }

    private static long bound(Value bound, long otherwise) {
        if (bound == null || bound == Nothing.NONE) {
            return otherwise;
        }
        if (bound instanceof Undefined missing) {
            throw missing.failure();
        }
        if (!Operators.isWhole(bound)) {
            throw new TemplateFailure("a bound of a slice must be a whole number, got '" + bound.type() + "'");
        }
        long place = Operators.whole(bound);
        return Math.max(Integer.MIN_VALUE, Math.min(Integer.MAX_VALUE, place));
    }
}
