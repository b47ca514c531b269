package dev.reflux.config;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * One key of the campaign grammar, declared on the record component that holds its value. The parser and the JSON
 * Schema both read it, so that what is documented is what is checked.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.RECORD_COMPONENT)
public @interface Key {

    /** What the key means, for editors and for the reference. */
    String value();

    /** The default as it would be written in YAML; {@link #REQUIRED} or {@link #ABSENT} (null) where there is none. */
    String otherwise() default REQUIRED;

    /** The least value allowed of a number. */
    double least() default Double.NEGATIVE_INFINITY;

    /** The greatest value allowed of a number. */
    double most() default Double.POSITIVE_INFINITY;

    /**
     * The regular expression that the record's constructor demands of a text, in the dialect that Java and JSON Schema
     * share; empty where there is none. Only the schema reads it.
     */
    String pattern() default "";

    /** True where the bare value of this key may stand for the whole mapping: {@code seeds: file.jsonl}. */
    boolean shorthand() default false;

    /** True where the text must come from the environment whole, as {@code ${NAME}}: a key, a password. */
    boolean secret() default false;

    String REQUIRED = "\0required";
    String ABSENT = "\0absent";
}
