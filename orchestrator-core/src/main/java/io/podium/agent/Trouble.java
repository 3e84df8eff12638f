package io.podium.agent;

/**
 * Why a container does not run: what its status says as {@code state.waiting}.
 *
 * @param reason Kubernetes' reason, for example {@code ErrImagePull}
 * @param message what users read
 */
record Trouble(String reason, String message) {}
