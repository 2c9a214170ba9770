package org.quotecheck.body;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.validation.Valid;
import jakarta.validation.Validation;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import java.lang.reflect.RecordComponent;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hibernate.validator.messageinterpolation.ParameterMessageInterpolator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.quotecheck.digest.JsonForm;
import org.quotecheck.problem.Problem;
import org.quotecheck.problem.ProblemView;

/** All that is wrong with a body, at once. */
class BodyTest {

    enum Colour {
        RED
    }

    record Leaf(@NotBlank String name, Integer size) {}

    record Tree(
            @NotBlank String name,
            @NotNull Colour colour,
            @Min(1) Integer height,
            List<@Valid Leaf> leaves,
            List<@NotNull String> tags,
            @Valid Leaf first) {}

    record Kinds(
            Integer number,
            int count,
            Double share,
            Boolean flag,
            UUID id,
            Instant at,
            LocalDate day,
            Colour colour,
            List<String> list,
            Leaf leaf) {}

    private static final ObjectMapper MAPPER = JsonForm.mapper();

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{} | /colour /name",
                "{'name': 1, 'colour': 'BLUE', 'height': 0, 'x': 1, 'y': {}} | /colour /height /name /x /y",
                "{'name': 'a', 'colour': 'RED', 'height': 'tall', 'leaves': [{'name': [], 'z': 1}, 3, {}]} | "
                        + "/height /leaves/0/name /leaves/0/z /leaves/1 /leaves/2/name",
                "{'name': 'a', 'colour': 'RED', 'tags': ['a', {}, null], 'first': 'leaf'} | /first /tags/1 /tags/2",
                "{'name': 'a', 'colour': 'RED', 'leaves': {'name': 'b'}, 'first': {'name': '', 'size': 1.5}} | "
                        + "/first/name /first/size /leaves",
                "{'name': {'a': 1}, 'colour': [1], 'leaves': 7} | /colour /leaves /name",
                "{'name': '\\u0000', 'tags': ['a', '\\ud83d', null], 'first': {'name': ''}} | "
                        + "/colour /first/name /name /tags/1 /tags/2",
                "{'name': 'a', '\\u0000': 1, 'colour': 'RED', 'first': {'\\udc00': '\\u0000', 'size': 'x'}} | "
                        + "/first/name /first/size /first/\ufffd /\ufffd"
            })
    void everyWrongMemberIsNamedOnce(String json, String pointers) throws JsonProcessingException {
        var body = body(json);
        var refused = catchThrowableOfType(Problem.class, () -> body.as(Tree.class));
        assertThat(ProblemView.of(refused, "/").errors().stream()
                        .map(Problem.FieldError::pointer)
                        .distinct()
                        .toList())
                .isEqualTo(List.of(pointers.split(" ")));
        assertThat(ProblemView.of(refused, "/").errors()).doesNotHaveDuplicates();
    }

    /** Not even absent. */
    @ParameterizedTest
    @ValueSource(strings = {"", " ", "\\t", "\\u00a0", "x", "1", "true", "null"})
    void aTextStandsForNothingElse(String text) throws JsonProcessingException {
        var names = Stream.of(Kinds.class.getRecordComponents())
                .map(RecordComponent::getName)
                .sorted()
                .toList();
        var body = body(names.stream()
                .map(name -> "'" + name + "': '" + text + "'")
                .collect(Collectors.joining(", ", "{", "}")));
        var refused = catchThrowableOfType(Problem.class, () -> body.as(Kinds.class));
        assertThat(ProblemView.of(refused, "/").errors().stream()
                        .map(Problem.FieldError::pointer)
                        .distinct()
                        .toList())
                .isEqualTo(names.stream().map(name -> "/" + name).toList());
    }

    @Test
    void missingMemberIsRequired() throws JsonProcessingException {
        var body = body("{'leaves': [{}, {'name': ''}], 'tags': [null], 'first': {'name': null}}");
        var refused = catchThrowableOfType(Problem.class, () -> body.as(Tree.class));
        assertThat(ProblemView.of(refused, "/").errors())
                .containsExactly(
                        new Problem.FieldError("/colour", "is required"),
                        new Problem.FieldError("/first/name", "is required"),
                        new Problem.FieldError("/leaves/0/name", "is required"),
                        new Problem.FieldError("/leaves/1/name", "must not be blank"),
                        new Problem.FieldError("/name", "is required"),
                        new Problem.FieldError("/tags/0", "must not be null"));
    }

    @Test
    void aThousandUnknownMembersEnd() throws JsonProcessingException {
        var json = new StringBuilder("{'a0': 1");
        for (int i = 1; i < 1_000; i++) {
            json.append(", 'a").append(i).append("': ").append(i);
        }
        var body = body(json + "}");
        var refused = catchThrowableOfType(Problem.class, () -> body.as(Tree.class));
        assertThat(ProblemView.of(refused, "/").errors()).hasSize(100);
    }

    @Test
    void aThousandTextsThatCannotBeStoredEnd() throws JsonProcessingException {
        var json = new StringBuilder("{'name': 'a'");
        for (int i = 0; i < 1_000; i++) {
            json.append(", 'a").append(i).append("': {'\\u0000': '\\ud800'}");
        }
        var body = body(json + "}");
        var refused = catchThrowableOfType(Problem.class, () -> body.as(Tree.class));
        assertThat(ProblemView.of(refused, "/").errors()).hasSize(100);
    }

    @Test
    void arraysAreReadAsFarAsTheyMayGo() throws JsonProcessingException {
        var body = body("{'name': '', 'colour': 'RED', 'tags': [" + "null, ".repeat(100_000) + "null]}");
        var refused = catchThrowableOfType(Problem.class, () -> body.as(Tree.class));
        assertThat(ProblemView.of(refused, "/").errors())
                .containsExactly(
                        new Problem.FieldError("/name", "must not be blank"),
                        new Problem.FieldError("/tags", "must have at most 1000 items"));
    }

    private static Body body(String json) throws JsonProcessingException {
        try (var factory = Validation.byDefaultProvider()
                .configure()
                .messageInterpolator(new ParameterMessageInterpolator())
                .buildValidatorFactory()) {
            return new Body(MAPPER.readTree(json.replace('\'', '"')), new Binding(MAPPER, factory.getValidator()));
        }
    }
}
