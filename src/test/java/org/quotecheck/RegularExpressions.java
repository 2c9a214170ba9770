package org.quotecheck;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Modifier;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.AnnotationNode;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.InsnNode;
import org.objectweb.asm.tree.IntInsnNode;
import org.objectweb.asm.tree.LdcInsnNode;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.MethodNode;
import org.objectweb.asm.tree.analysis.Analyzer;
import org.objectweb.asm.tree.analysis.AnalyzerException;
import org.objectweb.asm.tree.analysis.SourceInterpreter;
import org.objectweb.asm.tree.analysis.SourceValue;

/**
 * Every regular expression that the compiled classes have: constants, literals where they are used, and those of
 * constraints and paths. What is put together while the service runs is told apart, since nobody can try it ahead.
 */
final class RegularExpressions {

    private static final Path CLASSES = Path.of("target", "classes");
    private static final String STRING = "java/lang/String";
    private static final String PATTERN = "java/util/regex/Pattern";
    private static final String CONSTRAINT = "Ljakarta/validation/constraints/Pattern;";
    private static final String PATH = "Ljakarta/ws/rs/Path;";
    /** A path's parameter with its form. */
    private static final Pattern PARAMETER = Pattern.compile("\\{\\s*\\w+\\s*:((?:[^{}]|\\{[^{}]*})*)}");

    /** Methods that take an expression as their first argument. */
    private static final Map<String, Set<String>> DOORS = Map.of(
            STRING,
            Set.of("matches", "replaceAll", "replaceFirst", "split", "splitWithDelimiters"),
            PATTERN,
            Set.of("compile", "matches"),
            "java/util/Scanner",
            Set.of("findInLine", "findWithinHorizon", "hasNext", "next", "skip", "useDelimiter"));

    /**
     * One of them
     *
     * @param isWhole whether it is only ever compared with a text from its beginning to its end
     */
    record Expression(String regex, int flags, boolean isWhole) {

        Pattern pattern() {
            return Pattern.compile(regex, flags);
        }
    }

    /** With the places that have it: class, and field or method. */
    final Map<Expression, Set<String>> known = new HashMap<>();

    /** Methods that put expressions together. */
    final Set<String> unknown = new TreeSet<>();

    /** Fields that hold one for a while, which nobody can look at ahead. */
    final Set<String> passing = new TreeSet<>();

    RegularExpressions() {
        try (var files = Files.walk(CLASSES)) {
            for (var file :
                    files.filter(name -> name.toString().endsWith(".class")).toList()) {
                var type = new ClassNode();
                new ClassReader(Files.readAllBytes(file)).accept(type, 0);
                constants(type);
                constraints(type);
                paths(type, type.visibleAnnotations);
                for (var method : type.methods) {
                    paths(type, method.visibleAnnotations);
                    literals(type, method);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (AnalyzerException | ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    private void constants(ClassNode type) throws ReflectiveOperationException {
        for (var field : type.fields) {
            boolean isPattern = field.desc.equals('L' + PATTERN + ';');
            boolean holdsPatterns = field.signature != null && field.signature.contains('L' + PATTERN + ';');
            if (!isPattern && !holdsPatterns) {
                continue;
            }
            if (!Modifier.isStatic(field.access) || !Modifier.isFinal(field.access)) {
                passing.add(simple(type) + '.' + field.name);
                continue;
            }
            var constant =
                    Class.forName(Type.getObjectType(type.name).getClassName()).getDeclaredField(field.name);
            constant.setAccessible(true);
            patterns(constant.get(null))
                    .forEach(pattern ->
                            add(type, field.name, new Expression(pattern.pattern(), pattern.flags(), false)));
        }
    }

    private static Stream<Pattern> patterns(Object value) {
        return switch (value) {
            case Pattern pattern -> Stream.of(pattern);
            case Collection<?> all -> all.stream().flatMap(RegularExpressions::patterns);
            case Map<?, ?> map -> Stream.of(map.keySet(), map.values()).flatMap(RegularExpressions::patterns);
            case null, default -> Stream.empty();
        };
    }

    private void constraints(ClassNode type) {
        Consumer<Collection<? extends AnnotationNode>> read = annotations -> Stream.ofNullable(annotations)
                .flatMap(Collection::stream)
                .filter(Objects::nonNull)
                .filter(annotation -> annotation.desc.equals(CONSTRAINT))
                .forEach(annotation -> add(type, "@Pattern", new Expression(regexp(annotation.values), 0, true)));
        type.fields.forEach(field -> {
            read.accept(field.visibleAnnotations);
            read.accept(field.visibleTypeAnnotations);
        });
        for (var method : type.methods) {
            read.accept(method.visibleAnnotations);
            read.accept(method.visibleTypeAnnotations);
            if (method.visibleParameterAnnotations != null) {
                Stream.of(method.visibleParameterAnnotations).forEach(read);
            }
        }
    }

    private void paths(ClassNode type, List<AnnotationNode> annotations) {
        Stream.ofNullable(annotations)
                .flatMap(Collection::stream)
                .filter(annotation -> annotation.desc.equals(PATH))
                .flatMap(annotation ->
                        PARAMETER.matcher((String) annotation.values.get(1)).results())
                .forEach(form -> add(type, "@Path", new Expression(form.group(1).strip(), 0, true)));
    }

    private static String regexp(List<Object> values) {
        return (String) values.get(values.indexOf("regexp") + 1);
    }

    private void literals(ClassNode type, MethodNode method) throws AnalyzerException {
        if (Stream.of(method.instructions.toArray()).noneMatch(RegularExpressions::isDoor)) {
            return;
        }
        var frames = new Analyzer<>(new SourceInterpreter()).analyze(type.name, method);
        for (int i = 0; i < frames.length; i++) {
            var instruction = method.instructions.get(i);
            if (frames[i] == null || !isDoor(instruction)) {
                continue;
            }
            var call = (MethodInsnNode) instruction;
            int arguments = Type.getArgumentCount(call.desc);
            int first = frames[i].getStackSize() - arguments;
            boolean hasFlags = call.name.equals("compile") && arguments == 2;
            var literal = literal(frames[i].getStack(first));
            var flags = hasFlags ? literal(frames[i].getStack(first + 1)) : Integer.valueOf(0);
            if (literal instanceof String regex && flags instanceof Integer number) {
                add(type, method.name, new Expression(regex, number, call.name.equals("matches")));
            } else if (!method.name.equals("<clinit>")) { // whose constants are looked at
                unknown.add(simple(type) + '.' + method.name);
            }
        }
    }

    private static boolean isDoor(AbstractInsnNode instruction) {
        return instruction instanceof MethodInsnNode call
                && DOORS.getOrDefault(call.owner, Set.of()).contains(call.name)
                && call.desc.startsWith("(Ljava/lang/String;");
    }

    /** Null where it is none. */
    private static Object literal(SourceValue value) {
        if (value.insns.size() != 1) {
            return null;
        }
        return switch (value.insns.iterator().next()) {
            case LdcInsnNode constant -> constant.cst;
            case IntInsnNode constant -> constant.operand;
            case InsnNode small -> small.getOpcode() - org.objectweb.asm.Opcodes.ICONST_0;
            default -> null;
        };
    }

    private void add(ClassNode type, String place, Expression expression) {
        known.computeIfAbsent(expression, first -> new TreeSet<>()).add(simple(type) + '.' + place);
    }

    private static String simple(ClassNode type) {
        return type.name.substring(type.name.lastIndexOf('/') + 1);
    }
}
