package org.quotecheck.infra;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import software.amazon.awscdk.App;
import software.amazon.awscdk.AppProps;
import software.amazon.awscdk.cxapi.CloudFormationStackArtifact;

/** What a deployment synthesises to: CloudFormation templates by the names of their stacks. Each is made once. */
record Synthesis(Map<String, JsonNode> stacks) {

    static final Path FOR_X86_64 = Zip.bootstrapFor(Zip.X86_64);
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Map<List<String>, Synthesis> MADE = new ConcurrentHashMap<>();

    record Resource(String id, String type, JsonNode json) {

        JsonNode property(String pointer) {
            return json.at("/Properties" + pointer);
        }
    }

    static Synthesis small(String... parameters) {
        return of(parameters);
    }

    static Synthesis big(String... parameters) {
        return of(Stream.concat(Stream.of("size=big"), Stream.of(parameters)).toArray(String[]::new));
    }

    /** @param parameters name=value, over those that every deployment needs */
    private static Synthesis of(String... parameters) {
        return MADE.computeIfAbsent(List.of(parameters), key -> {
            try {
                return read(into(Files.createTempDirectory("cdk.out"), parameters));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }

    /** The application, not yet synthesised. */
    static App app(Path directory, String... parameters) {
        var app = new App(AppProps.builder()
                .outdir(directory.toString())
                .analyticsReporting(false)
                .context(flags())
                .build());
        new Stacks(app, Deployment.of(given(parameters)));
        return app;
    }

    /** The feature flags of cdk.json, which the command line gives to the program. */
    static Map<String, Object> flags() {
        try {
            var context = JSON.readTree(Path.of("cdk.json").toFile()).get("context");
            return JSON.convertValue(context, new TypeReference<TreeMap<String, Object>>() {});
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static App into(Path directory, String... parameters) {
        var app = app(directory, parameters);
        app.synth();
        return app;
    }

    static Parameters given(String... parameters) {
        var values = new TreeMap<>(Map.of(
                "region", "eu-central-1", "alarmEmail", "desk@news.example", "functionZip", FOR_X86_64.toString()));
        for (var parameter : parameters) {
            var parts = parameter.split("=", 2);
            values.put(parts[0], parts[1]);
        }
        return new Parameters(values);
    }

    private static Synthesis read(App app) {
        var stacks = new TreeMap<String, JsonNode>();
        var name = app.getNode().getChildren().stream()
                .filter(Stacks.class::isInstance)
                .findAny()
                .orElseThrow()
                .getNode()
                .getId();
        for (var artifact : app.synth().getNestedAssembly("assembly-" + name).getStacks()) {
            CloudFormationStackArtifact stack = artifact;
            stacks.put(stack.getStackName().replace(name + "-", ""), JSON.valueToTree(stack.getTemplate()));
        }
        return new Synthesis(stacks);
    }

    /** As people read it; what one stack tells another (SSM parameters) is seen through. */
    String text(JsonNode value) {
        var text = Intrinsics.text(value);
        for (var shared : shared().entrySet()) {
            text = text.replace("${" + shared.getKey() + "}", shared.getValue());
        }
        return text;
    }

    private Map<String, String> shared() {
        var values = new TreeMap<String, String>();
        all("AWS::SSM::Parameter")
                .forEach(parameter -> values.put(
                        parameter.property("/Name").asText(), Intrinsics.text(parameter.property("/Value"))));
        var shared = new TreeMap<String, String>();
        stacks.values()
                .forEach(stack -> stack.path("Parameters").properties().stream()
                        .filter(parameter -> values.containsKey(
                                parameter.getValue().path("Default").asText()))
                        .forEach(parameter -> shared.put(
                                parameter.getKey(),
                                values.get(parameter.getValue().get("Default").asText()))));
        return shared;
    }

    List<Resource> all(String type) {
        return all().filter(resource -> resource.type().equals(type)).toList();
    }

    Stream<Resource> all() {
        return stacks.keySet().stream().flatMap(stack -> in(stack).stream());
    }

    List<Resource> in(String stack) {
        var resources = new ArrayList<Resource>();
        stacks.get(stack)
                .path("Resources")
                .properties()
                .forEach(entry -> resources.add(new Resource(
                        entry.getKey(), entry.getValue().path("Type").asText(), entry.getValue())));
        return resources;
    }

    List<Resource> in(String stack, String type) {
        return in(stack).stream()
                .filter(resource -> resource.type().equals(type))
                .toList();
    }

    /** The one whose id begins so. */
    Resource one(String stack, String type, String id) {
        var found = in(stack, type).stream()
                .filter(resource -> resource.id().startsWith(id))
                .toList();
        if (found.size() != 1) {
            throw new AssertionError(found.size() + " resources of " + type + " in " + stack + " begin with " + id);
        }
        return found.getFirst();
    }

    Resource one(String stack, String type) {
        return one(stack, type, "");
    }
}
