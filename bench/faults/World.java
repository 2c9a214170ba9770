package org.quotecheck.faults;

import java.net.http.HttpClient;
import java.util.Random;
import org.quotecheck.IdentityProvider;
import org.quotecheck.Tap;
import org.quotecheck.stage.Database;
import org.quotecheck.stage.Service;

/** The service, what it stands on, and the row of the fault that is befalling it. */
record World(
        Service service,
        Database database,
        Tap tap,
        IdentityProvider provider,
        HttpClient client,
        Random random,
        Rows rows) {

    static final int WRITERS = 6;

    /** The rows, and which is written now. */
    static final class Rows {
        volatile Row now = new Row("none");
    }

    Row row() {
        return rows.now;
    }

    String address() {
        return "http://localhost:" + service.port;
    }

    void wait(int least, int most) throws InterruptedException {
        Thread.sleep(least + random.nextInt(most - least + 1));
    }
}
