package io.podium.api.runtime;

/**
 * How a command ended.
 *
 * @param exitCode its exit code
 * @param stdout its standard output, at most 16 KiB
 * @param stderr its standard error, at most 16 KiB
 */
public record ExecResult(int exitCode, String stdout, String stderr) {}
