import subprocess
import sys
from pathlib import Path

PROGRAM = Path(__file__).parent / "kill_at_each_step.py"


def test_killed_import_leaves_each_file_whole_and_the_next_one_completes_it(tmp_path: Path) -> None:
    done = subprocess.run([sys.executable, str(PROGRAM), str(tmp_path)], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    assert int(done.stdout) > 20
