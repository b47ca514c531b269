package dev.reflux.activities.dataset;

/** Whether the records of an input bear labels. */
enum Labels {
    /** Each must have one. */
    REQUIRED,
    /** One that is there is taken. */
    OPTIONAL,
    /** None is looked for. */
    UNREAD
}
