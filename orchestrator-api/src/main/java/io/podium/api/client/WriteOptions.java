package io.podium.api.client;

/**
 * How to write.
 *
 * @param fieldManager who becomes the manager of the fields written; empty where in-process writers need not say
 * @param subresource what part of the object is written, one of its {@linkplain io.podium.api.meta.Kind#subresources kind's}; empty for
 *     the object itself
 * @param dryRun whether all is done but the commit
 * @param force whether an apply takes fields from other managers
 * @param validation what becomes of unknown and duplicate fields of an encoded object
 */
public record WriteOptions(
        String fieldManager, String subresource, boolean dryRun, boolean force, FieldValidation validation) {

    /** As a component of this JVM writes: no manager, no dry run. */
    public static final WriteOptions PLAIN = new WriteOptions("", "", false, false, FieldValidation.WARN);

    /** What becomes of unknown and duplicate fields. */
    public enum FieldValidation {
        /** They are dropped. */
        IGNORE,
        /** They are dropped with a warning. */
        WARN,
        /** They are refused. */
        STRICT
    }

    /**
     * As a manager.
     *
     * @param fieldManager the manager of the fields written
     * @return options
     */
    public static WriteOptions by(String fieldManager) {
        return new WriteOptions(fieldManager, "", false, false, FieldValidation.WARN);
    }

    /**
     * For a subresource.
     *
     * @param name for example {@code status}
     * @return these options for it
     */
    public WriteOptions on(String name) {
        return new WriteOptions(fieldManager, name, dryRun, force, validation);
    }

    /**
     * Without a commit.
     *
     * @return these options as a dry run
     */
    public WriteOptions asDryRun() {
        return new WriteOptions(fieldManager, subresource, true, force, validation);
    }

    /**
     * Taking fields from other managers.
     *
     * @return these options, forced
     */
    public WriteOptions forced() {
        return new WriteOptions(fieldManager, subresource, dryRun, true, validation);
    }

    /**
     * With another field validation.
     *
     * @param mode what becomes of unknown and duplicate fields
     * @return these options with it
     */
    public WriteOptions validated(FieldValidation mode) {
        return new WriteOptions(fieldManager, subresource, dryRun, force, mode);
    }
}
