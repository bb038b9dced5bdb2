using System.Diagnostics;
using System.Globalization;

namespace Candour.Testing;

/// <summary>
/// A disk of its own of some megabytes, mounted for one test. Mounting takes root, which the test run on a proposed change is;
/// where it is not allowed the test fails and says so, for a full disk that was not tried is not tested.
/// </summary>
public sealed class SmallDisk : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("candour-disk-");
    private readonly string _image;

    public SmallDisk(int megabytes)
    {
        _image = _folder.FullName + ".img";
        using (var image = File.Create(_image))
            image.SetLength(megabytes * 1024L * 1024);
        // A real file system on a loop device; where there are none, one in memory of that size.
        var (code, said) = Run("mkfs.ext4", "-q", "-m", "0", _image) is { Code: 0 } ? Run("mount", "-o", "loop", _image, Path) : (1, "");
        if (code != 0)
            (code, said) = Run("mount", "-t", "tmpfs", "-o", string.Create(CultureInfo.InvariantCulture, $"size={megabytes}m"), "tmpfs", Path);
        if (code != 0)
            throw new InvalidOperationException($"A small disk cannot be mounted here, so the full disk cannot be tried: run the tests as root. {said}");
    }

    public string Path => _folder.FullName;

    public long Free => new DriveInfo(Path).AvailableFreeSpace;

    /// <summary>Takes all room but so many bytes.</summary>
    public void Fill(long leave)
    {
        using var file = File.Open(System.IO.Path.Combine(Path, "filling"), FileMode.Append);
        var bytes = new byte[64 * 1024];
        try
        {
            while (Free > leave)
            {
                file.Write(bytes, 0, (int)Math.Min(bytes.Length, Math.Max(1, Free - leave)));
                file.Flush();
            }
        }
        catch (IOException)
        {
            // Full to the last byte.
        }
    }

    /// <summary>Gives the room back that <see cref="Fill"/> took.</summary>
    public void Empty() => File.Delete(System.IO.Path.Combine(Path, "filling"));

    public void Dispose()
    {
        Run("umount", "-l", Path);
        File.Delete(_image);
        _folder.Delete(recursive: true);
    }

    private static (int Code, string Said) Run(string program, params string[] arguments)
    {
        try
        {
            using var process = Process.Start(new ProcessStartInfo(program, arguments)
            {
                UseShellExecute = false, RedirectStandardError = true, RedirectStandardOutput = true,
            })!;
            var said = process.StandardError.ReadToEnd();
            process.WaitForExit();
            return (process.ExitCode, said);
        }
        catch (System.ComponentModel.Win32Exception e)
        {
            return (127, e.Message);
        }
    }
}
