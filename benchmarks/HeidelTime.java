import de.unihd.dbs.heideltime.standalone.DocumentType;
import de.unihd.dbs.heideltime.standalone.HeidelTimeStandalone;
import de.unihd.dbs.heideltime.standalone.OutputType;
import de.unihd.dbs.uima.annotator.heideltime.resources.Language;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.SimpleDateFormat;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Runs HeidelTime over a folder in one Java process, which its own command line starts anew for each text.
 *
 * <p>java -cp JAR HeidelTime.java CONFIG TYPE FOLDER: each NAME.txt (UTF-8) of FOLDER, written on the day in NAME.date
 * (YYYY-MM-DD), becomes NAME.tml; TYPE is NEWS, NARRATIVES, COLLOQUIAL or SCIENTIFIC.
 */
public final class HeidelTime {
    public static void main(String[] arguments) throws Exception {
        HeidelTimeStandalone.readConfigFile(arguments[0]);
        HeidelTimeStandalone tagger =
            new HeidelTimeStandalone(
                Language.ENGLISH, DocumentType.valueOf(arguments[1]), OutputType.TIMEML, arguments[0]);
        SimpleDateFormat days = new SimpleDateFormat("yyyy-MM-dd");
        for (Path text : texts(Path.of(arguments[2]))) {
            String date = Files.readString(beside(text, ".date")).strip();
            String tagged = tagger.process(Files.readString(text), days.parse(date));
            Files.writeString(beside(text, ".tml"), tagged);
        }
    }

    private static List<Path> texts(Path folder) throws IOException {
        try (Stream<Path> paths = Files.list(folder)) {
            return paths.filter(path -> path.toString().endsWith(".txt")).sorted().collect(Collectors.toList());
        }
    }

    private static Path beside(Path text, String ending) {
        return text.resolveSibling(text.getFileName().toString().replaceFirst("\\.txt$", ending));
    }
}
