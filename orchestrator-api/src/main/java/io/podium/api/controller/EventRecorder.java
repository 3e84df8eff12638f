package io.podium.api.controller;

import io.podium.api.meta.ApiObject;

/** Writes Events about objects. Alike Events are counted, not repeated; a failure to write one is logged and never thrown. */
public interface EventRecorder {

    /**
     * Says that something happened as it should.
     *
     * @param about the object
     * @param reason one word in CamelCase, on which tools match
     * @param message a sentence for people
     */
    void normal(ApiObject<?> about, String reason, String message);

    /**
     * Says that something went wrong.
     *
     * @param about the object
     * @param reason one word in CamelCase, on which tools match
     * @param message a sentence for people, with what to do
     */
    void warning(ApiObject<?> about, String reason, String message);

    /**
     * Says that something happened to a part of an object.
     *
     * @param about the object
     * @param fieldPath the part, such as {@code spec.containers{app}}
     * @param type {@code Normal} or {@code Warning}
     * @param reason one word in CamelCase, on which tools match
     * @param message a sentence for people
     */
    void record(ApiObject<?> about, String fieldPath, String type, String reason, String message);
}
