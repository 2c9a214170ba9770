package org.quotecheck.embed;

import io.agroal.api.configuration.AgroalConnectionPoolConfiguration.ConnectionValidator;
import io.agroal.api.configuration.AgroalConnectionPoolConfiguration.ExceptionSorter;
import io.agroal.api.configuration.supplier.AgroalDataSourceConfigurationSupplier;
import io.agroal.api.security.NamePrincipal;
import io.agroal.api.security.SimplePassword;
import io.agroal.pool.DataSource;
import java.time.Duration;
import java.util.function.UnaryOperator;
import org.postgresql.Driver;

/** The one connection with which embeds are read before there is a framework. */
final class DirectConnection {

    /** What is left of an embed's time when a connection does not come, so that it says so. */
    private static final Duration REST = Duration.ofMillis(200);

    private static final Duration IDLE = Duration.ofSeconds(5);

    private DirectConnection() {}

    /**
     * Begins to connect, and does not wait for it.
     *
     * @param within all of an embed's time
     */
    static DataSource open(UnaryOperator<String> setting, Duration within) {
        var patience = within.minus(REST);
        var driversPatience = String.valueOf(Math.max(1, patience.toSeconds()));
        return new DataSource(new AgroalDataSourceConfigurationSupplier()
                .metricsEnabled(false)
                .connectionPoolConfiguration(pool -> pool.initialSize(1)
                        .maxSize(1)
                        .acquisitionTimeout(patience)
                        // a connection may have died while the function was frozen
                        .idleValidationTimeout(IDLE)
                        .connectionValidator(ConnectionValidator.defaultValidatorWithTimeout(1))
                        .exceptionSorter(ExceptionSorter.fatalExceptionSorter())
                        .connectionFactoryConfiguration(connection -> connection
                                .connectionProviderClass(Driver.class)
                                .jdbcUrl(setting.apply("QUARKUS_DATASOURCE_JDBC_URL"))
                                .jdbcProperty("connectTimeout", driversPatience)
                                .jdbcProperty("socketTimeout", driversPatience)
                                .jdbcProperty("tcpKeepAlive", "true")
                                .jdbcProperty("logServerErrorDetail", "false")
                                .jdbcProperty("prepareThreshold", "1")
                                .jdbcProperty("assumeMinServerVersion", "15")
                                .principal(new NamePrincipal(setting.apply("QUARKUS_DATASOURCE_USERNAME")))
                                .credential(new SimplePassword(setting.apply("QUARKUS_DATASOURCE_PASSWORD")))))
                .get());
    }
}
