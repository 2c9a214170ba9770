package org.quotecheck;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/** What production has around the service: PostgreSQL at a plain URL, and an identity provider with a JWKS. */
public final class ProductionBackends implements QuarkusTestResourceLifecycleManager {

    /**
     * Value {@code none} of the argument {@code identity}: the deployment knows no identity provider and no base URL
     * yet.
     */
    static final String IDENTITY = "identity";

    /** Argument: the file that takes what PostgreSQL writes. */
    private static final String LOG = "log";

    /** What is slow in a test is the machine. */
    public static final Map<String, String> PATIENCE = Map.of(
            "quotecheck.embed.within", "240S",
            "quotecheck.answer.within", "240S",
            "quarkus.datasource.jdbc.acquisition-timeout", "240S",
            "quarkus.datasource.jdbc.validation-query-timeout", "120S",
            "quarkus.datasource.jdbc.additional-jdbc-properties.connectTimeout", "120",
            "quarkus.datasource.jdbc.additional-jdbc-properties.socketTimeout", "240",
            "quarkus.datasource.jdbc.new-connection-sql",
                    "set lock_timeout = '240s'; set statement_timeout = '240s'; set jit = off");

    private boolean bare;
    private Path log;
    private ProductionPostgres postgres;
    private IdentityProvider identityProvider;

    @Override
    public void init(Map<String, String> arguments) {
        bare = "none".equals(arguments.get(IDENTITY));
        log = arguments.containsKey(LOG) ? Path.of(arguments.get(LOG)) : null;
    }

    @Override
    public Map<String, String> start() {
        postgres = new ProductionPostgres(log);
        identityProvider = new IdentityProvider();
        Api.signTokensWith(IdentityProvider::token);
        var configuration = new HashMap<>(postgres.configuration());
        configuration.put("quarkus.flyway.migrate-at-start", "true");
        // Quarkus's test launcher passes on the key that it makes for tests; production has none
        configuration.put("mp.jwt.verify.publickey", "NONE");
        if (!bare) {
            configuration.putAll(identityProvider.configuration());
            configuration.put("quotecheck.base-url", "https://facts.example");
            configuration.put("quotecheck.log.key", LogKey.make());
        }
        configuration.putAll(PATIENCE);
        // the contract is replayed faster than people ask
        configuration.put("quotecheck.quota.questions-per-minute", "0");
        return configuration;
    }

    @Override
    public void stop() {
        try {
            identityProvider.close();
            postgres.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
