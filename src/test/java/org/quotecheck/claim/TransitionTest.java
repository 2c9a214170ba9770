package org.quotecheck.claim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.quotecheck.claim.ClaimStatus.DUPLICATE;
import static org.quotecheck.claim.ClaimStatus.IN_REVIEW;
import static org.quotecheck.claim.ClaimStatus.NOT_CHECKABLE;
import static org.quotecheck.claim.ClaimStatus.PROPOSED;
import static org.quotecheck.claim.ClaimStatus.PUBLISHED;
import static org.quotecheck.claim.ClaimStatus.REJECTED;
import static org.quotecheck.claim.ClaimStatus.RETRACTED;
import static org.quotecheck.claim.ClaimStatus.SUBMITTED;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.quotecheck.security.Actor;
import org.quotecheck.security.Role;

/**
 * Every state × every target × every role × who the actor is to the claim × what is the case with its verdict, against
 * the table of states below.
 */
class TransitionTest {

    private static final String ME = "me";
    private static final String SOMEBODY = "somebody";

    /** What there is to see of a claim's verdict. */
    enum Found {
        NOTHING,
        VERDICT,
        RETRACTION
    }

    /** Who asked to retract. */
    enum Asked {
        NOBODY,
        SOMEBODY,
        ME
    }

    /** One claim as one actor meets it. */
    record Meeting(
            Role role,
            boolean assignee,
            boolean earlierAssignee,
            boolean proposer,
            boolean writer,
            Found found,
            Asked asked,
            boolean reported,
            boolean secondPerson) {

        boolean is(Role wanted) {
            return role != null && role.included().contains(wanted);
        }

        boolean editor() {
            return is(Role.EDITOR);
        }

        boolean reviewer() {
            return is(Role.REVIEWER);
        }

        boolean verdict() {
            return found != Found.NOTHING;
        }

        Actor actor() {
            return new Actor(ME, null, role == null ? Set.of() : role.included());
        }

        Transition.Situation situation(ClaimStatus status) {
            return new Transition.Situation(
                    status,
                    verdict(),
                    found == Found.RETRACTION,
                    assignee ? ME : SOMEBODY,
                    assignee || earlierAssignee ? Set.of(ME, SOMEBODY) : Set.of(SOMEBODY),
                    proposer ? ME : SOMEBODY,
                    writer ? Set.of(SOMEBODY, ME) : Set.of(SOMEBODY),
                    switch (asked) {
                        case NOBODY -> null;
                        case SOMEBODY -> SOMEBODY;
                        case ME -> ME;
                    },
                    reported,
                    secondPerson);
        }
    }

    private static final List<Meeting> MEETINGS = meetings();

    @ParameterizedTest(name = "{0} → {1}")
    @MethodSource("pairs")
    void pairOfStatesIsOpenToWhomTheTableNames(ClaimStatus from, ClaimStatus to) {
        MEETINGS.forEach(meeting -> assertThat(Transition.allowed(meeting.situation(from), meeting.actor())
                        .contains(to))
                .as("%s by %s", meeting.situation(from), meeting)
                .isEqualTo(table(from, to, meeting)));
    }

    @ParameterizedTest(name = "{0} → {1}")
    @MethodSource("pairs")
    void wayIsFoundExactlyWhereSomebodyMayGoIt(ClaimStatus from, ClaimStatus to) {
        for (var found : Found.values()) {
            for (var asked : Asked.values()) {
                boolean somebody = MEETINGS.stream()
                        .filter(meeting -> meeting.found == found && meeting.asked == asked)
                        .anyMatch(meeting -> table(from, to, meeting));
                var situation = new Transition.Situation(
                        from,
                        found != Found.NOTHING,
                        found == Found.RETRACTION,
                        SOMEBODY,
                        Set.of(SOMEBODY),
                        SOMEBODY,
                        Set.of(SOMEBODY),
                        asked == Asked.NOBODY ? null : SOMEBODY,
                        false,
                        true);
                assertThat(Transition.find(situation, to).isPresent()).isEqualTo(somebody);
            }
        }
    }

    @Test
    void oneRowIsOpenForOneWay() {
        for (var status : ClaimStatus.values()) {
            MEETINGS.forEach(meeting -> assertThat(Transition.allowed(meeting.situation(status), meeting.actor()))
                    .doesNotHaveDuplicates());
        }
        assertThat(Arrays.stream(Transition.values()).map(row -> row.from + " " + row.to + " " + row.when))
                .doesNotHaveDuplicates();
    }

    @Test
    void everyStatusHasAWayInAndAWayOut() {
        var statuses = EnumSet.allOf(ClaimStatus.class);
        assertThat(Arrays.stream(Transition.values())
                        .filter(row -> row.from != row.to)
                        .map(row -> row.from))
                .containsAll(statuses);
        assertThat(Arrays.stream(Transition.values())
                        .filter(row -> row.from != row.to)
                        .map(row -> row.to))
                .containsAll(statuses);
    }

    @Test
    void nobodyHidesAClaimThatHasAVerdict() {
        MEETINGS.stream()
                .filter(Meeting::verdict)
                .forEach(meeting -> Arrays.stream(ClaimStatus.values())
                        .forEach(from -> assertThat(Transition.allowed(meeting.situation(from), meeting.actor()))
                                .doesNotContain(REJECTED, NOT_CHECKABLE)));
    }

    /** The states, row by row; what leads from a retraction in review back to it is ours. */
    private static boolean table(ClaimStatus from, ClaimStatus to, Meeting who) {
        if (from == SUBMITTED && to == IN_REVIEW) {
            return who.reviewer();
        } else if ((from == SUBMITTED || from == IN_REVIEW) && to == DUPLICATE) {
            return who.verdict() ? who.editor() : who.reviewer();
        } else if ((from == SUBMITTED || from == IN_REVIEW) && to == NOT_CHECKABLE) {
            return who.reviewer() && !who.verdict();
        } else if (from == SUBMITTED && to == REJECTED) {
            return who.reviewer() && !who.verdict();
        } else if (from == IN_REVIEW && to == SUBMITTED) {
            return (who.reviewer() && who.assignee || who.editor()) && !who.verdict();
        } else if (from == IN_REVIEW && to == IN_REVIEW) {
            return who.reviewer() && who.assignee || who.editor();
        } else if (from == IN_REVIEW && to == PROPOSED) {
            return who.reviewer() && who.assignee;
        } else if (from == PROPOSED && to == IN_REVIEW) {
            return who.reviewer() && who.assignee || who.editor();
        } else if (from == PROPOSED && to == PUBLISHED) {
            return who.editor() && (!who.proposer && !who.writer || !who.secondPerson);
        } else if (from == PUBLISHED && to == IN_REVIEW) {
            return (who.editor() || who.reviewer() && who.reported && who.asked == Asked.NOBODY) && who.verdict();
        } else if (from == IN_REVIEW && (to == PUBLISHED || to == RETRACTED)) {
            return who.editor()
                    && (!who.assignee && !who.earlierAssignee || !who.secondPerson)
                    && who.found == (to == PUBLISHED ? Found.VERDICT : Found.RETRACTION);
        } else if (from == PUBLISHED && to == RETRACTED) {
            return who.editor() && who.verdict() && (who.asked != Asked.ME || !who.secondPerson);
        } else if (from == PUBLISHED && to == PUBLISHED) {
            return who.editor() && who.asked != Asked.NOBODY;
        } else if (from == RETRACTED && to == IN_REVIEW) {
            return who.editor() && who.verdict();
        }
        return (from == DUPLICATE || from == NOT_CHECKABLE || from == REJECTED) && to == SUBMITTED && who.editor();
    }

    static Stream<Arguments> pairs() {
        return Arrays.stream(ClaimStatus.values())
                .flatMap(from -> Arrays.stream(ClaimStatus.values()).map(to -> Arguments.of(from, to)));
    }

    private static List<Meeting> meetings() {
        var meetings = new ArrayList<Meeting>();
        for (var role : Arrays.asList(null, Role.SUBMITTER, Role.REVIEWER, Role.EDITOR, Role.PUBLISHER)) {
            for (var found : Found.values()) {
                for (var asked : Asked.values()) {
                    for (int bits = 0; bits < 64; bits++) {
                        meetings.add(new Meeting(
                                role,
                                (bits & 1) > 0,
                                (bits & 16) > 0,
                                (bits & 2) > 0,
                                (bits & 32) > 0,
                                found,
                                asked,
                                (bits & 4) > 0,
                                (bits & 8) > 0));
                    }
                }
            }
        }
        return meetings;
    }
}
