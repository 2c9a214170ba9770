package org.quotecheck.body;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.quotecheck.problem.Problem;

/**
 * All that is wrong with one body, collected so that it is told at once: first what is wrong with each member by
 * itself, then with members that depend on each other. Pointers are RFC 6901.
 */
public final class Faults {

    private final JsonNode body;
    private final List<Problem.FieldError> ofMembers = new ArrayList<>();
    private final List<Problem.FieldError> together = new ArrayList<>();

    Faults(JsonNode body) {
        this.body = body;
    }

    /** What is wrong with members by themselves. */
    List<Problem.FieldError> ofMembers() {
        return ofMembers;
    }

    /** Notes what is wrong, unless the member, or what it stands in, is wrong by itself. */
    public void add(String pointer, String detail) {
        if (ofMembers.stream().noneMatch(known -> covers(known.pointer(), pointer))) {
            together.add(new Problem.FieldError(pointer, detail));
        }
    }

    /** Notes that a member is missing, where it is. */
    public void require(String pointer, String detail) {
        if (!isSent(pointer)) {
            add(pointer, detail);
        }
    }

    /** Notes that a member must not be there, where it is. */
    public void refuse(String pointer, String detail) {
        if (isSent(pointer)) {
            add(pointer, detail);
        }
    }

    /** Whether there is such a member, and not null; whatever its type is. */
    public boolean isSent(String pointer) {
        var value = body.at(pointer);
        return !value.isMissingNode() && !value.isNull();
    }

    /** Whether a member, what it stands in or what stands in it is wrong. */
    public boolean isWrong(String pointer) {
        return all().stream().anyMatch(known -> covers(known.pointer(), pointer) || covers(pointer, known.pointer()));
    }

    public boolean isEmpty() {
        return ofMembers.isEmpty() && together.isEmpty();
    }

    /** @throws Problem 422 that names each, unless there are none */
    void tell() {
        if (!isEmpty()) {
            var all = all();
            all.sort(Comparator.comparing(Problem.FieldError::pointer).thenComparing(Problem.FieldError::detail));
            throw Problem.invalid(all);
        }
    }

    private List<Problem.FieldError> all() {
        var all = new ArrayList<>(ofMembers);
        all.addAll(together);
        return all;
    }

    static boolean covers(String known, String other) {
        return other.equals(known) || other.startsWith(known + "/");
    }
}
