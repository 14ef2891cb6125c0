package org.espalier.nas.spark;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.apache.spark.FutureAction;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.api.java.function.Function;
import org.apache.spark.rdd.RDD;
import scala.collection.immutable.Seq;
import scala.concurrent.ExecutionContext;
import scala.concurrent.ExecutionContext$;
import scala.runtime.BoxedUnit;
import scala.util.Try;

/** Jobs of one task each, which have a tag by which they can be cancelled. */
final class SparkJobs implements AutoCloseable {

  private final JavaSparkContext context;
  private final ExecutorService callbacks =
      Executors.newCachedThreadPool(
          work -> {
            Thread thread = new Thread(work, "spark-results");
            thread.setDaemon(true);
            return thread;
          });
  private final ExecutionContext scalaCallbacks = ExecutionContext$.MODULE$.fromExecutor(callbacks);

  SparkJobs(JavaSparkContext context) {
    this.context = context;
  }

  /**
   * Submits a job. Those submitted earlier by the same thread begin earlier.
   *
   * @param tag the tag, unique among the jobs of this process
   * @param argument the argument of the task
   * @param task the task
   * @return the task's value, or the exception of the job; it is completed by a thread that may
   *     wait
   */
  <A, T> CompletableFuture<T> submit(String tag, A argument, Function<A, T> task) {
    CompletableFuture<T> value = new CompletableFuture<>();
    try {
      context.addJobTag(tag);
      context.setInterruptOnCancel(true);
      JavaRDD<T> rdd = context.parallelize(List.of(argument), 1).map(task);
      FutureAction<Seq<T>> action =
          RDD.rddToAsyncRDDActions(rdd.rdd(), rdd.classTag()).collectAsync();
      action.onComplete(result -> complete(value, result), scalaCallbacks);
      context.removeJobTag(tag);
    } catch (RuntimeException e) {
      // The application is over.
      value.completeExceptionally(e);
    }
    return value;
  }

  private static <T> BoxedUnit complete(CompletableFuture<T> value, Try<Seq<T>> result) {
    if (result.isSuccess()) {
      value.complete(result.get().head());
    } else {
      value.completeExceptionally(result.failed().get());
    }
    return BoxedUnit.UNIT;
  }

  /** Ends a job, and its task if that runs. */
  void cancel(String tag, String reason) {
    if (!context.sc().isStopped()) {
      context.cancelJobsWithTag(tag, reason);
    }
  }

  @Override
  public void close() {
    callbacks.shutdown();
  }
}
