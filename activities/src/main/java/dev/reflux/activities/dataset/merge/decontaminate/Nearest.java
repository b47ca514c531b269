package dev.reflux.activities.dataset.merge.decontaminate;

import java.util.ArrayList;
import java.util.List;

/** The nearest items met so far, each once, with the nearest of its texts; of equally near ones the first. */
final class Nearest {

    private final int most;
    private final List<Neighbour> found = new ArrayList<>();

    Nearest(int most) {
        this.most = most;
    }

    /** True if so great a cosine would change anything. */
    boolean isWanted(double cosine) {
        return found.size() < most || cosine > found.get(found.size() - 1).cosine();
    }

    void add(Neighbour neighbour) {
        for (int place = 0; place < found.size(); place++) {
            if (found.get(place).item() == neighbour.item()) {
                if (found.get(place).cosine() >= neighbour.cosine()) {
                    return;
                }
                found.remove(place);
            }
        }
        int place = found.size();
        while (place > 0 && found.get(place - 1).cosine() < neighbour.cosine()) {
            place--;
        }
        found.add(place, neighbour);
        if (found.size() > most) {
            found.remove(most);
        }
    }

    /** The nearest first. */
    List<Neighbour> found() {
        return found;
    }
}
