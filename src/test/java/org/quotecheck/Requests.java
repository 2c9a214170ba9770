package org.quotecheck;

import io.restassured.RestAssured;
import io.restassured.config.RestAssuredConfig;
import io.restassured.specification.RequestSpecification;
import org.apache.http.conn.scheme.SchemeRegistry;
import org.apache.http.impl.client.DefaultHttpClient;
import org.apache.http.impl.conn.BasicClientConnectionManager;
import org.apache.http.impl.conn.SchemeRegistryFactory;
import org.apache.http.params.HttpParams;

/**
 * Requests of Rest Assured without what it does anew for each of them: it prints every answer prettily, in case its
 * check fails, and reads the HTTP client's version and the trusted certificates from files. That took a quarter of a
 * test run.
 */
@SuppressWarnings("deprecation") // Rest Assured wants that client
final class Requests {

    private static final SchemeRegistry SCHEMES = SchemeRegistryFactory.createDefault();
    private static final HttpParams PARAMETERS = new DefaultHttpClient().getParams();

    private static RestAssuredConfig given;
    private static RestAssuredConfig quick;

    private Requests() {}

    static RequestSpecification given() {
        return RestAssured.given().config(quick());
    }

    /** Of what is set for all requests, which differs from one test to the next. */
    private static synchronized RestAssuredConfig quick() {
        var present = RestAssured.config();
        if (present != given) {
            given = present;
            quick = present.httpClient(present.getHttpClientConfig()
                            .httpClientFactory(() -> new DefaultHttpClient(
                                    new BasicClientConnectionManager(SCHEMES), PARAMETERS.copy())))
                    .logConfig(present.getLogConfig().enablePrettyPrinting(false));
        }
        return quick;
    }
}
