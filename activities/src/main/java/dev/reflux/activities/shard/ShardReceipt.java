package dev.reflux.activities.shard;

/**
 * Vouches for a shard file.
 *
 * @param samples samples in it
 * @param bytes its length
 * @param sha256 SHA-256 of its bytes, in hexadecimal
 */
public record ShardReceipt(int samples, long bytes, String sha256) {}
