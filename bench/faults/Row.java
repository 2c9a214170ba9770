package org.quotecheck.faults;

import java.time.LocalTime;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/** What one kind of fault did. */
final class Row {

    static final String HEAD = "| Fault | Requests | Times | Acknowledged | Lost | Doubled | 503 | Other 5xx "
            + "| Unexpected | Slowest 503, s | Well after, s | Max RSS, MB |\n"
            + "|---|---:|---:|---:|---:|---:|---:|---:|---:|---:|---:|---:|";

    final String fault;
    final AtomicInteger requests = new AtomicInteger();
    final AtomicInteger times = new AtomicInteger();
    final AtomicInteger acknowledged = new AtomicInteger();
    final AtomicInteger lost = new AtomicInteger();
    final AtomicInteger doubled = new AtomicInteger();
    final AtomicInteger away = new AtomicInteger();
    final AtomicInteger broken = new AtomicInteger();
    /** Answers by what was unexpected about them. */
    final Map<String, AtomicInteger> unexpected = new ConcurrentHashMap<>();

    /** Calls that had no answer in 40 s. */
    final AtomicInteger hung = new AtomicInteger();

    final AtomicLong slowestAway = new AtomicLong();
    /** The call that was answered so late, to be looked for in the service's log. */
    volatile String slowest = "";

    /** Milliseconds from the fault's end to the first write that began after it and was acknowledged. */
    final AtomicLong recovery = new AtomicLong();

    final AtomicLong resident = new AtomicLong();

    Row(String fault) {
        this.fault = fault;
    }

    void answered(String operation, int status, long millis) {
        requests.incrementAndGet();
        if (status == 503) {
            away.incrementAndGet();
            if (slowestAway.getAndAccumulate(millis, Math::max) < millis) {
                slowest = operation + ", answered at " + LocalTime.now();
            }
        } else if (status >= 500) {
            broken.incrementAndGet();
            unexpected(operation + " " + status);
        }
    }

    void unexpected(String what) {
        unexpected.computeIfAbsent(what, name -> new AtomicInteger()).incrementAndGet();
    }

    /** @return the wrongs that no busy machine explains */
    int wrongs() {
        return lost.get() + doubled.get() + unexpected();
    }

    int unexpected() {
        return unexpected.values().stream().mapToInt(AtomicInteger::get).sum();
    }

    String line() {
        return String.format(
                Locale.ROOT, "| %s | %d | %d | %d | %d | %d | %d | %d | %d | %.1f | %.1f | %d |", values());
    }

    /** As JSON; no name has a mark that JSON would want escaped. */
    String json() {
        return String.format(
                Locale.ROOT,
                "{\"fault\":\"%s\",\"requests\":%d,\"times\":%d,\"acknowledged\":%d,\"lost\":%d,"
                        + "\"doubled\":%d,\"status503\":%d,\"other5xx\":%d,\"unexpected\":%d,"
                        + "\"slowest503Seconds\":%.3f,\"recoverySeconds\":%.3f,\"maxRssMegabytes\":%d}",
                values());
    }

    /** In the order of the table's columns. */
    private Object[] values() {
        return new Object[] {
            fault,
            requests.get(),
            times.get(),
            acknowledged.get(),
            lost.get(),
            doubled.get(),
            away.get(),
            broken.get(),
            unexpected(),
            slowestAway.get() / 1000.0,
            recovery.get() / 1000.0,
            resident.get()
        };
    }
}
