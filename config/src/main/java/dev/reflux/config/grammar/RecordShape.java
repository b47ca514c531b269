package dev.reflux.config.grammar;

import dev.reflux.config.Key;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** A record as a mapping of the grammar: its keys in declared order, and how to make one from their values. */
record RecordShape(Class<?> type, List<Slot> slots) {

    /** Fails where a component lacks {@link Key}: the grammar then has a hole that only a programmer can fill. */
    static RecordShape of(Class<?> type) {
        return new RecordShape(
                type,
                Arrays.stream(type.getRecordComponents()).map(RecordShape::slot).toList());
    }

    private static Slot slot(RecordComponent component) {
        Key key = component.getAnnotation(Key.class);
        String where = component.getDeclaringRecord().getSimpleName() + "." + component.getName();
        if (key == null) {
            throw new IllegalStateException("Record component " + where + " needs @Key");
        }
        if (component.getType().isPrimitive() && key.otherwise().equals(Key.ABSENT)) {
            throw new IllegalStateException("Record component " + where + " may be absent, so it needs a boxed type");
        }
        return new Slot(component.getName(), component.getGenericType(), key, false);
    }

    List<String> names() {
        return slots.stream().map(Slot::name).toList();
    }

    /** The key whose bare value may stand for the whole mapping. */
    Optional<Slot> shorthand() {
        return slots.stream().filter(slot -> slot.key().shorthand()).findFirst();
    }

    /** @throws dev.reflux.config.InvalidSettingException if the record refuses its values */
    Object construct(Object[] values) {
        Class<?>[] types = Arrays.stream(type.getRecordComponents())
                .map(RecordComponent::getType)
                .toArray(Class<?>[]::new);
        try {
            Constructor<?> constructor = type.getDeclaredConstructor(types);
            constructor.setAccessible(true);
            return constructor.newInstance(values);
        } catch (InvocationTargetException e) {
            if (e.getCause() instanceof RuntimeException refusal) {
                throw refusal;
            }
            throw new IllegalStateException("Cannot construct " + type, e);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("Cannot construct " + type, e);
        }
    }
}
