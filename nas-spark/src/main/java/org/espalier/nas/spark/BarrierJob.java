package org.espalier.nas.spark;

import java.io.Serializable;
import java.util.Collections;
import java.util.List;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.api.java.function.Function;
import org.apache.spark.rdd.RDD;
import scala.collection.Iterator;
import scala.reflect.ClassTag$;
import scala.runtime.AbstractFunction1;

/** Job whose tasks run at the same time, each on a place of its own. */
final class BarrierJob {

  private BarrierJob() {}

  /** Returns the value of a task on each of a number of places. */
  static <A, T> List<T> run(JavaSparkContext context, int places, Function<A, T> task, A argument) {
    RDD<A> arguments = context.parallelize(Collections.nCopies(places, argument), places).rdd();
    RDD<T> values =
        arguments
            .barrier()
            .mapPartitions(new Each<>(task), false, ClassTag$.MODULE$.apply(Object.class));
    return new JavaRDD<>(values, values.elementClassTag()).collect();
  }

  /** A task for each element of a partition. */
  private static final class Each<A, T> extends AbstractFunction1<Iterator<A>, Iterator<T>>
      implements Serializable {

    private static final long serialVersionUID = 1L;

    private final Function<A, T> task;

    Each(Function<A, T> task) {
      this.task = task;
    }

    @Override
    public Iterator<T> apply(Iterator<A> arguments) {
      return arguments.map(new One<>(task));
    }
  }

  /** A task of one element. */
  private static final class One<A, T> extends AbstractFunction1<A, T> {

    private final Function<A, T> task;

    One(Function<A, T> task) {
      this.task = task;
    }

    @Override
    public T apply(A argument) {
      try {
        return task.call(argument);
      } catch (Exception e) {
        throw new IllegalStateException(e);
      }
    }
  }
}
