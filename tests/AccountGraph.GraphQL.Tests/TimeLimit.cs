using System.Diagnostics;

namespace AccountGraph.GraphQL.Tests;

/// <summary>Bounds that tell linear from quadratic, generous enough for a machine that is busy.</summary>
internal static class TimeLimit
{
    public static void Assert(TimeSpan limit, Action action)
    {
        var best = TimeSpan.MaxValue;
        for (var attempt = 0; attempt < 3 && best > limit; attempt++)
        {
            var start = Stopwatch.GetTimestamp();
            action();
            var time = Stopwatch.GetElapsedTime(start);
            if (time < best) best = time;
        }

        var message = $"Took {best.TotalMilliseconds:F0} ms, at most {limit.TotalMilliseconds:F0} ms.";
        Xunit.Assert.True(best <= limit, message);
    }
}
