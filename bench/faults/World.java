package org.quotecheck.faults;

import java.net.http.HttpClient;
import java.util.Random;
import org.quotecheck.IdentityProvider;
import org.quotecheck.Tap;
import org.quotecheck.stage.Clock;
import org.quotecheck.stage.Database;
import org.quotecheck.stage.Disk;
import org.quotecheck.stage.Form;

/**
 * The service, what it stands on, and the row of the fault that is befalling it.
 *
 * @param disk of the database without its log, or null
 * @param logDisk of the write-ahead log, or null
 * @param clock null where none can jump
 */
record World(
        Form service,
        Database database,
        Disk disk,
        Disk logDisk,
        Clock clock,
        Tap tap,
        IdentityProvider provider,
        HttpClient client,
        Random random,
        Rows rows) {

    static final int WRITERS = 6;

    /** The rows, and which is written now. */
    static final class Rows {
        volatile Row now = new Row("none");
        private volatile Row paused;
        private volatile int pauses;

        /** The service stands still from now on, which is what the present row tries. */
        void pause() {
            paused = now;
            pauses++;
        }

        int pauses() {
            return pauses;
        }

        /**
         * Where a call counts that began in that row, after so many pauses: if the service stood still since, it was
         * late because of that, too.
         */
        Row of(Row began, int before) {
            return before == pauses ? began : paused;
        }
    }

    Row row() {
        return rows.now;
    }

    String address() {
        return "http://localhost:" + service.port();
    }

    void wait(int least, int most) throws InterruptedException {
        Thread.sleep(least + random.nextInt(most - least + 1));
    }
}
