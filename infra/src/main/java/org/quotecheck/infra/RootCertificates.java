package org.quotecheck.infra;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;

/**
 * The authorities (PEM) that certify databases: one of Aurora's own in each region, and Amazon's public one for RDS
 * Proxy.
 */
final class RootCertificates {

    private static final Map<String, String> BY_REGION = byRegion();

    private RootCertificates() {}

    static String ofAurora(String region) {
        return BY_REGION.get(region);
    }

    static String ofProxies() {
        return read("amazon-root-ca-1.pem").strip();
    }

    /** From blocks that are separated by an empty line: the region's name, then its certificate. */
    private static Map<String, String> byRegion() {
        var certificates = new TreeMap<String, String>();
        for (var block : read("rds-roots.txt").split("\n\n")) {
            if (!block.startsWith("#")) {
                var parts = block.strip().split("\n", 2);
                certificates.put(parts[0], parts[1]);
            }
        }
        return certificates;
    }

    private static String read(String name) {
        try (InputStream in = RootCertificates.class.getResourceAsStream(name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
