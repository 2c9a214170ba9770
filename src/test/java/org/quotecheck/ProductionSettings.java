package org.quotecheck;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Properties;

/** What application.properties says where no profile says otherwise. */
public final class ProductionSettings {

    private static final Path FILE = Path.of("src", "main", "resources", "application.properties");

    private ProductionSettings() {}

    /** The settings whose names start like that, by their names. */
    public static Map<String, String> startingWith(String prefix) {
        var all = new Properties();
        try (var file = Files.newBufferedReader(FILE)) {
            all.load(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        var found = new HashMap<String, String>();
        all.stringPropertyNames().stream()
                .filter(name -> name.startsWith(prefix))
                .forEach(name -> found.put(name, all.getProperty(name)));
        return found;
    }
}
