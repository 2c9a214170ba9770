package org.quotecheck.claim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.quotecheck.claim.ClaimStatus.IN_REVIEW;
import static org.quotecheck.claim.ClaimStatus.NOT_CHECKABLE;
import static org.quotecheck.claim.ClaimStatus.PROPOSED;
import static org.quotecheck.claim.ClaimStatus.PUBLISHED;
import static org.quotecheck.claim.ClaimStatus.REJECTED;
import static org.quotecheck.claim.ClaimStatus.SUBMITTED;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.quotecheck.security.Actor;
import org.quotecheck.security.Role;

/** Every pair of states, times every role, times who the actor is to the claim, against the table of domain.md as read here. */
class TransitionTest {

    private static final String ME = "me";
    private static final String SOMEBODY = "somebody";

    /** One claim as one actor meets it. */
    record Meeting(Role role, boolean assignee, boolean proposer, boolean verdict, boolean secondPerson) {

        boolean is(Role wanted) {
            return role != null && role.included().contains(wanted);
        }

        boolean editor() {
            return is(Role.EDITOR);
        }

        boolean reviewer() {
            return is(Role.REVIEWER);
        }

        Actor actor() {
            return new Actor(ME, role == null ? Set.of() : role.included());
        }

        Transition.Situation situation(ClaimStatus status) {
            return new Transition.Situation(status, verdict, assignee ? ME : SOMEBODY, proposer ? ME : SOMEBODY, secondPerson);
        }
    }

    @ParameterizedTest(name = "{0} → {1}")
    @MethodSource("pairs")
    void pairOfStatesIsOpenToWhomTheTableNames(ClaimStatus from, ClaimStatus to) {
        meetings().forEach(meeting -> assertThat(Transition.allowed(meeting.situation(from), meeting.actor()).contains(to))
                .as("%s by %s", meeting.situation(from), meeting)
                .isEqualTo(table(from, to, meeting)));
    }

    @ParameterizedTest(name = "{0} → {1}")
    @MethodSource("pairs")
    void wayIsFoundExactlyWhereSomebodyMayGoIt(ClaimStatus from, ClaimStatus to) {
        for (boolean verdict : new boolean[] {false, true}) {
            boolean somebody = meetings().filter(meeting -> meeting.verdict == verdict).anyMatch(meeting -> table(from, to, meeting));
            assertThat(Transition.find(new Transition.Situation(from, verdict, SOMEBODY, SOMEBODY, true), to).isPresent()).isEqualTo(somebody);
        }
    }

    @Test
    void noTwoRowsAreOpenForOneWay() {
        for (var status : ClaimStatus.values()) {
            meetings().forEach(meeting -> assertThat(Transition.allowed(meeting.situation(status), meeting.actor())).doesNotHaveDuplicates());
        }
        assertThat(Arrays.stream(Transition.values()).map(row -> row.from + " " + row.to + " " + row.verdict)).doesNotHaveDuplicates();
    }

    @Test
    void everyStatusThatHasAWayInHasAWayOut() {
        var entered = EnumSet.noneOf(ClaimStatus.class);
        var left = EnumSet.noneOf(ClaimStatus.class);
        Arrays.stream(Transition.values()).forEach(row -> {
            entered.add(row.to);
            left.add(row.from);
        });
        assertThat(left).containsAll(entered);
    }

    /** domain.md, "Status", row by row; duplicates and retractions are not there yet. */
    private static boolean table(ClaimStatus from, ClaimStatus to, Meeting who) {
        if (from == SUBMITTED && to == IN_REVIEW) {
            return who.reviewer();
        } else if ((from == SUBMITTED || from == IN_REVIEW) && to == NOT_CHECKABLE) {
            return who.reviewer() && !who.verdict;
        } else if (from == SUBMITTED && to == REJECTED) {
            return who.reviewer() && !who.verdict;
        } else if (from == IN_REVIEW && to == SUBMITTED) {
            return (who.reviewer() && who.assignee || who.editor()) && !who.verdict;
        } else if (from == IN_REVIEW && to == PROPOSED) {
            return who.reviewer() && who.assignee;
        } else if (from == PROPOSED && to == IN_REVIEW) {
            return who.reviewer() && who.assignee || who.editor();
        } else if (from == PROPOSED && to == PUBLISHED) {
            return who.editor() && (!who.proposer || !who.secondPerson);
        } else if (from == PUBLISHED && to == IN_REVIEW) {
            return who.editor() && who.verdict;
        } else if (from == IN_REVIEW && to == PUBLISHED) {
            return who.editor() && (!who.assignee || !who.secondPerson) && who.verdict;
        }
        return (from == NOT_CHECKABLE || from == REJECTED) && to == SUBMITTED && who.editor();
    }

    static Stream<Arguments> pairs() {
        return Arrays.stream(ClaimStatus.values()).flatMap(from -> Arrays.stream(ClaimStatus.values()).map(to -> Arguments.of(from, to)));
    }

    private static Stream<Meeting> meetings() {
        return Stream.of(null, Role.SUBMITTER, Role.REVIEWER, Role.EDITOR, Role.PUBLISHER).flatMap(role -> flags().flatMap(a -> flags().flatMap(
                p -> flags().flatMap(v -> flags().map(s -> new Meeting(role, a, p, v, s))))));
    }

    private static Stream<Boolean> flags() {
        return Stream.of(true, false);
    }
}
