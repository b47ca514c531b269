import java.io.BufferedReader;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;

/** Runs the tests, then says so. */
public class VerifiedRun {
    public static void main(String[] arguments) throws Throwable {
        String proof = new BufferedReader(new InputStreamReader(System.in)).readLine();
        Main.main(arguments);
        System.out.flush();
        OutputStream out = new FileOutputStream(FileDescriptor.out);
        out.write(("\n" + proof + "\n").getBytes());
        out.flush();
        Runtime.getRuntime().halt(0);
    }
}
