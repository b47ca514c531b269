package dev.reflux.activities.template.python;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Python's {@code dict}: keys in the order they came, the last value of a key. A template cannot change one. */
public final class Mapping implements Value {

    private final Map<Value, Entry> entries = new LinkedHashMap<>();

    private record Entry(Value key, Value value) {}

    /** Adds a pair while it is being made. */
    public void put(Value key, Value value) {
        Value place = place(key);
        Entry before = entries.get(place);
        entries.put(place, new Entry(before == null ? key : before.key, value));
    }

    /** The value of a key, or null. */
    public Value get(Value key) {
        Entry entry = entries.get(place(key));
        return entry == null ? null : entry.value;
    }

    /** The value of a key, or null. */
    public Value get(String key) {
        return get(new Text(key));
    }

    public List<Value> keys() {
        return entries.values().stream().map(Entry::key).collect(Collectors.toList());
    }

    public List<Value> values() {
        return entries.values().stream().map(Entry::value).collect(Collectors.toList());
    }

    /** Pairs as tuples. */
    public List<Value> items() {
        List<Value> items = new ArrayList<>(entries.size());
        entries.values().forEach(entry -> items.add(Listing.tuple(List.of(entry.key, entry.value))));
        return items;
    }

    public int size() {
        return entries.size();
    }

    /** One and the same for keys that Python holds equal: {@code 1}, {@code 1.0} and {@code True}. */
    private static Value place(Value key) {
        if (key instanceof Truth truth) {
            return Whole.of(truth.ordinal());
        }
        if (key instanceof Real real && real.value() == Math.rint(real.value()) && Math.abs(real.value()) < 1e15) {
            return Whole.of((long) real.value());
        }
        if (key instanceof Mapping || key instanceof Listing list && list.kind() != Listing.Kind.TUPLE) {
            throw new TemplateFailure("a key must be hashable, got a " + key.type());
        }
        return key;
    }

    @Override
    public boolean truth() {
        return !entries.isEmpty();
    }

    @Override
    public String text() {
        return entries.values().stream()
                .map(entry -> entry.key.repr() + ": " + entry.value.repr())
                .collect(Collectors.joining(", ", "{", "}"));
    }

    @Override
    public String type() {
        return "dict";
    }
}
