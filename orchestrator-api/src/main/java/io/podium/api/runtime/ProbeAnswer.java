package io.podium.api.runtime;

/**
 * What came of a probe.
 *
 * @param success whether the container passed
 * @param output what it said, for the Event of a failure
 */
public record ProbeAnswer(boolean success, String output) {
    /** It passed. */
    public static final ProbeAnswer PASSED = new ProbeAnswer(true, "");

    /** It passes whenever it is asked, so that there is no need to. */
    public static final ProbeAnswer ALWAYS = new ProbeAnswer(true, "always");

    /**
     * It failed.
     *
     * @param output what users read
     * @return the answer
     */
    public static ProbeAnswer failed(String output) {
        return new ProbeAnswer(false, output);
    }
}
